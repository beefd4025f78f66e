import requests


def handler(event, context):
    rates = requests.get(  # expect
        'https://rates.shipping.example/v1',
        params={'zone': event['pathParameters']['id']}
    )
    return {'statusCode': 200, 'body': rates.text}
