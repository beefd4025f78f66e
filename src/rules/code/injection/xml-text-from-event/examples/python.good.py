from xml.sax.saxutils import escape

import requests


def handler(event, context):
    city = event["queryStringParameters"]["city"]
    order = f'<?xml version="1.0"?><order><city>{escape(city)}</city></order>'
    requests.post("https://orders.example.com/", data=order, timeout=4)
    return {"statusCode": 202}
