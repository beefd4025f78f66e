import os
import socket
import subprocess


def handler(event, context):
    subprocess.run(['/usr/bin/curl', '-fsSL', '-o', '/tmp/rates.json', 'https://rates.shop.example/v1'], check=True)
    with open('/tmp/rates.json') as rates:
        subprocess.run(['/usr/bin/sort', '-u'], stdin=rates, check=True, timeout=5)
    with socket.create_connection(('rates.shop.example', 443), timeout=5):
        os.system('date')
    return {'statusCode': 204}
