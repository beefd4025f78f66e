import httpx
import urllib.request

OPTIONS = {'timeout': 4}


def handler(event, context):
    with httpx.Client(base_url='https://rates.shipping.example') as client:
        rates = client.get('/v1')
    with urllib.request.urlopen('https://status.shipping.example/v1', **OPTIONS) as answer:
        return {'statusCode': answer.status, 'body': rates.text}
