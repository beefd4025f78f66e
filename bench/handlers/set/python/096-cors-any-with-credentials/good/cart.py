import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
ORIGINS = {"https://shop.example.com", "https://www.example.com"}


def cors(event):
    origin = event["headers"].get("origin", "")
    if origin not in ORIGINS:
        return {}
    return {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Credentials": "true",
        "Vary": "Origin",
    }


def handler(event, context):
    owner = event["requestContext"]["authorizer"]["claims"]["sub"]
    item = table.get_item(Key={"owner": owner}).get("Item", {"lines": []})
    return {"statusCode": 200, "headers": cors(event), "body": json.dumps(item["lines"], default=str)}
