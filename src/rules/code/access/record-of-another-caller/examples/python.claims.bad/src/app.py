import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["DOCUMENTS"])


def handler(event, context):
    table.delete_item(Key={"id": event["pathParameters"]["id"]})  # expect
    return {"statusCode": 204}
