import os

import boto3
from boto3.dynamodb.conditions import Attr

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    number = event["pathParameters"]["id"]
    owner = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    try:
        table.delete_item(Key={"id": number}, ConditionExpression=Attr("owner").eq(owner))
    except table.meta.client.exceptions.ConditionalCheckFailedException:
        return {"statusCode": 404}
    return {"statusCode": 204}
