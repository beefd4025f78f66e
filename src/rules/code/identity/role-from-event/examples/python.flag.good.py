import json


def handler(event, context):
    body = json.loads(event["body"])
    if not event["requestContext"]["authorizer"]["lambda"].get("is_admin"):
        return {"statusCode": 403}
    if body.get("is_admin"):
        return {"statusCode": 201, "body": "one more"}
    return {"statusCode": 200, "body": "everything"}
