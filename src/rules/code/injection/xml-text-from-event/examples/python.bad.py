import requests


def handler(event, context):
    city = event["queryStringParameters"]["city"]
    order = f'<?xml version="1.0"?><order><city>{city}</city></order>'
    requests.post("https://orders.example.com/", data=order, timeout=4)  # expect
    return {"statusCode": 202}
