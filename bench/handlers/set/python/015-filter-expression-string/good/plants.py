import json
import os

import boto3
from boto3.dynamodb.conditions import Attr

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
FIELDS = frozenset({"light", "water", "height"})


def handler(event, context):
    query = event.get("queryStringParameters") or {}
    field, value = query.get("field", "light"), query.get("value", "")
    if field not in FIELDS:
        return {"statusCode": 400, "body": json.dumps({"message": "Cannot filter by that"})}
    found = table.scan(FilterExpression=Attr(field).eq(value) & Attr("public").eq(True), Limit=200)
    return {"statusCode": 200, "body": json.dumps([item["name"] for item in found["Items"]])}
