import json
import re

TAGS = re.compile(r"^(\w+,?\s*)*$")


def handler(event, context):
    tags = json.loads(event["body"])["tags"]
    if not TAGS.match(tags):  # expect
        return {"statusCode": 400}
    return {"statusCode": 204}
