import base64
import json
import os

import boto3
from boto3.dynamodb.conditions import Key

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def caller(event):
    token = event["headers"]["authorization"].split()[1]
    payload = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims["sub"]


def handler(event, context):
    found = table.query(KeyConditionExpression=Key("owner").eq(caller(event)), Limit=50)
    return {"statusCode": 200, "body": json.dumps([mail["subject"] for mail in found["Items"]])}
