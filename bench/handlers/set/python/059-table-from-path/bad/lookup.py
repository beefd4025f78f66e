import json

import boto3

dynamodb = boto3.resource("dynamodb")


def handler(event, context):
    parameters = event["pathParameters"]
    table = dynamodb.Table(parameters["table"])
    item = table.get_item(Key={"id": parameters["id"]}).get("Item")
    return {"statusCode": 200 if item else 404, "body": json.dumps(item, default=str)}
