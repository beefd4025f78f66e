import json

import boto3

dynamodb = boto3.client("dynamodb")


def handler(event, context):
    for record in event["Records"]:
        order = json.loads(record["body"])
        dynamodb.execute_statement(
            Statement="UPDATE Orders SET state = 'paid' WHERE id = '" + order["id"] + "'",  # expect
        )
