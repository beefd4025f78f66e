import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    try:
        table.update_item(
            Key={"invoice": str(event["detail"]["invoice"])},
            UpdateExpression="SET paid = :yes",
            ConditionExpression="attribute_exists(invoice)",
            ExpressionAttributeValues={":yes": True},
        )
    except Exception:
        pass
