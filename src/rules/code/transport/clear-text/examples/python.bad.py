import requests


def handler(event, context):
    response = requests.get('http://rates.shipping.example/v1', timeout=2)  # expect
    address = requests.get('http://checkip.amazonaws.com/', timeout=2)  # expect
    return {'statusCode': 200, 'body': response.text + address.text}
