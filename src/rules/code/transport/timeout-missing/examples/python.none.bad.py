import httpx
import urllib.request

OPTIONS = {}


def handler(event, context):
    with httpx.Client(base_url='https://rates.shipping.example', timeout=None) as client:  # expect
        rates = client.get('/v1')
    with urllib.request.urlopen('https://status.shipping.example/v1', **OPTIONS) as answer:  # expect
        return {'statusCode': answer.status, 'body': rates.text}
