import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["ACCOUNTS"])
products = boto3.resource("dynamodb").Table(os.environ["PRODUCTS"])


def handler(event, context):
    product = products.get_item(Key={"id": event["queryStringParameters"]["product"]})["Item"]
    table.delete_item(Key={"email": event["requestContext"]["authorizer"]["claims"]["email"]})
    return {"statusCode": 200, "body": product["name"]}
