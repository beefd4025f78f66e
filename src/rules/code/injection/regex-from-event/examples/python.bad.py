import json
import re

LINES = ["started", "order 7 stored", "stopped"]


def handler(event, context):
    pattern = event["queryStringParameters"]["pattern"]
    found = [line for line in LINES if re.search(pattern, line)]  # expect
    return {"statusCode": 200, "body": json.dumps(found)}
