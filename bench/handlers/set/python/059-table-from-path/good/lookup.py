import json

import boto3

dynamodb = boto3.resource("dynamodb")
TABLES = {"films": "catalogue-films", "books": "catalogue-books"}


def handler(event, context):
    parameters = event["pathParameters"]
    if parameters["table"] not in TABLES:
        return {"statusCode": 404, "body": json.dumps({"message": "No such catalogue"})}
    table = dynamodb.Table(TABLES[parameters["table"]])
    item = table.get_item(Key={"id": parameters["id"]}).get("Item")
    return {"statusCode": 200 if item else 404, "body": json.dumps(item, default=str)}
