import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    body = json.loads(event["body"])
    if not body.get("is_admin"):
        return {"statusCode": 403}
    table.update_item(
        Key={"comment": str(body["comment"])},
        UpdateExpression="SET hidden = :yes",
        ConditionExpression="attribute_exists(#c)",
        ExpressionAttributeNames={"#c": "comment"},
        ExpressionAttributeValues={":yes": True},
    )
    return {"statusCode": 204}
