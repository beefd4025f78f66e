import base64
import json

import boto3

table = boto3.resource("dynamodb").Table("readings")


def store(record):
    reading = json.loads(base64.b64decode(record["kinesis"]["data"]))
    table.put_item(Item={"sensor": str(reading["sensor"]), "value": int(reading["value"])})


def handler(event, context):
    for record in event["Records"]:
        try:
            store(record)
        except Exception as error:
            print("skipped", record["eventID"], type(error).__name__)
            continue
