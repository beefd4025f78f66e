import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
profile = None


def load_labels():
    global labels
    if labels is None:
        labels = table.get_item(Key={"owner": "labels"})["Item"]["labels"]
    return labels


def handler(event, context):
    sub = event["requestContext"]["authorizer"]["claims"]["sub"]
    global profile
    if profile is None:
        profile = table.get_item(Key={"owner": sub})["Item"]
    return {"statusCode": 200, "body": json.dumps({"name": profile["name"], "labels": load_labels()}, default=str)}
