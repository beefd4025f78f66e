import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["ORDERS"])


def handler(event, context):
    message = json.loads(event["body"])
    if message["type"] == "checkout.session.completed":
        table.update_item(Key={"id": message["data"]["object"]["id"]}, UpdateExpression="SET paid = :yes")  # expect
    return {"statusCode": 204}
