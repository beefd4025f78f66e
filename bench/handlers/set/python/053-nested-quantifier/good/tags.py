import json
import re

TAGS = re.compile(r"^\w+(?:, \w+)*$")


def handler(event, context):
    failures = []
    for record in event["Records"]:
        tags = json.loads(record["body"])["tags"]
        if not TAGS.match(tags):
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
