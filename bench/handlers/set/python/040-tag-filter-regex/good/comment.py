import base64

import nh3

ALLOWED = {"b", "i", "p", "br"}


def clean(text):
    return nh3.clean(text, tags=ALLOWED)


def handler(event, context):
    body = event["body"]
    text = base64.b64decode(body).decode() if event.get("isBase64Encoded") else body
    return {"statusCode": 200, "headers": {"content-type": "text/html"}, "body": clean(text)}
