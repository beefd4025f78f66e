import ssl

import requests

context = ssl.create_default_context()
context.check_hostname = False  # expect
context.verify_mode = ssl.CERT_NONE  # expect


def handler(event, context):
    response = requests.get('https://rates.shipping.example/v1', timeout=2, verify=False)  # expect
    return {'statusCode': 200, 'body': response.text}
