import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    number = event["pathParameters"]["id"]
    table.delete_item(Key={"id": number})
    return {"statusCode": 204}
