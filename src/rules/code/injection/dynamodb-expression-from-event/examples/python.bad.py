import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["ORDERS"])


def handler(event, context):
    changes = json.loads(event["body"])
    table.update_item(
        Key={"id": event["pathParameters"]["id"]},
        UpdateExpression="SET " + ", ".join(f"{name} = :{name}" for name in changes),  # expect
        ExpressionAttributeValues={f":{name}": value for name, value in changes.items()},
    )
    return {"statusCode": 204}
