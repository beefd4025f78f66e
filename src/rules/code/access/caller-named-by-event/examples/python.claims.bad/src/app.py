import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["ACCOUNTS"])


def handler(event, context):
    email = event["queryStringParameters"]["email"]
    table.delete_item(Key={"email": email})  # expect
    return {"statusCode": 204}
