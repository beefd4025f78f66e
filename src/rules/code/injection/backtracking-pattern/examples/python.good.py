import json
import re

TAGS = re.compile(r"^\w+(?:, \w+)*$")
TITLE = re.compile(r"^(\w+\s?)+$")


def handler(event, context):
    body = json.loads(event["body"])
    title = body["title"]
    if not TAGS.match(body["tags"]):
        return {"statusCode": 400}
    if len(title) > 20 or not TITLE.match(title):
        return {"statusCode": 400}
    return {"statusCode": 204}
