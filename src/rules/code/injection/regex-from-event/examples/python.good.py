import json
import re

LINES = ["started", "order 7 stored", "stopped"]


def handler(event, context):
    word = event["queryStringParameters"]["word"]
    whole = re.compile(r"\b" + re.escape(word) + r"\b")
    found = [line for line in LINES if whole.search(line) or word in line]
    return {"statusCode": 200, "body": json.dumps(found)}
