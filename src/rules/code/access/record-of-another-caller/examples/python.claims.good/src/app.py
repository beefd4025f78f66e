import os

import boto3
from boto3.dynamodb.conditions import Attr

table = boto3.resource("dynamodb").Table(os.environ["DOCUMENTS"])


def handler(event, context):
    owner = event["requestContext"]["authorizer"]["claims"]["sub"]
    table.delete_item(Key={"id": event["pathParameters"]["id"]}, ConditionExpression=Attr("owner").eq(owner))
    return {"statusCode": 204}
