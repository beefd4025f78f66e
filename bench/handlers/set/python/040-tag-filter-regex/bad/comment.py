import base64
import re


def clean(text):
    return re.sub(r"<script.*?>.*?</script>", "", text)


def handler(event, context):
    body = event["body"]
    text = base64.b64decode(body).decode() if event.get("isBase64Encoded") else body
    return {"statusCode": 200, "headers": {"content-type": "text/html"}, "body": clean(text)}
