import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["PROFILES"])


def handler(event, context):
    profile = json.loads(event["body"])
    table.put_item(Item={"id": profile["id"], "name": profile["name"], "plan": "free"})
    return {"statusCode": 201}
