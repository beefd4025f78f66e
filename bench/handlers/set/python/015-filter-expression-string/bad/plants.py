import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    query = event.get("queryStringParameters") or {}
    field, value = query.get("field", "light"), query.get("value", "")
    found = table.scan(
        FilterExpression=f"{field} = :value AND public = :yes",
        ExpressionAttributeValues={":value": value, ":yes": True},
        Limit=200,
    )
    return {"statusCode": 200, "body": json.dumps([item["name"] for item in found["Items"]])}
