import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["PROFILES"])


def handler(event, context):
    table.put_item(Item=json.loads(event["body"]))  # expect
    return {"statusCode": 201}
