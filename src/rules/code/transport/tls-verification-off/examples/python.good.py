import ssl

import requests

context = ssl.create_default_context(cafile='authority.pem')


def handler(event, context):
    response = requests.get('https://rates.shipping.example/v1', timeout=2, verify='authority.pem')
    return {'statusCode': 200, 'body': response.text}
