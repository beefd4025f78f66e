import base64
import json
import os


def handler(event, context):
    upload = json.loads(event["body"])
    target = os.path.join("/tmp/uploads", upload["name"])
    with open(target, "wb") as file:  # expect
        file.write(base64.b64decode(upload["content"]))
    return {"statusCode": 201}
