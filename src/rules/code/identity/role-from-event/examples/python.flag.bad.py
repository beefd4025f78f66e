import json


def handler(event, context):
    body = json.loads(event["body"])
    if not body.get("is_admin"):  # expect
        return {"statusCode": 403}
    return {"statusCode": 200, "body": "everything"}
