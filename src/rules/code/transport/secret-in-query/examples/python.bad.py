import os

import requests


def handler(event, context):
    token = os.environ['PARCELS_API_KEY']
    parcels = requests.get(f'https://parcels.shipping.example/v1?key={token}', timeout=4)  # expect
    rates = requests.get('https://rates.shipping.example/v1', params={'key': token}, timeout=4)  # expect
    return {'statusCode': 200, 'body': parcels.text + rates.text}
