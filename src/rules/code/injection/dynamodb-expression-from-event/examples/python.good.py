import json
import os

import boto3
from boto3.dynamodb.conditions import Attr, Key

table = boto3.resource("dynamodb").Table(os.environ["ORDERS"])
CHANGEABLE = ("note", "address")


def handler(event, context):
    changes = json.loads(event["body"])
    names = [name for name in CHANGEABLE if name in changes]
    table.update_item(
        Key={"id": event["pathParameters"]["id"]},
        UpdateExpression="SET " + ", ".join(f"{name} = :{name}" for name in names),
        ExpressionAttributeValues={f":{name}": changes[name] for name in names},
    )
    found = table.query(
        KeyConditionExpression=Key("customer").eq(changes["customer"]),
        FilterExpression=Attr("status").eq(changes["status"]),
    )
    return {"statusCode": 200, "body": json.dumps(found["Items"])}
