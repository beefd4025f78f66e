import json
import os
import uuid

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    print(json.dumps(event))
    patient = event["requestContext"]["authorizer"]["claims"]["sub"]
    medicine = str(json.loads(event["body"])["medicine"])
    item = {"id": str(uuid.uuid4()), "patient": patient, "medicine": medicine}
    table.put_item(Item=item)
    return {"statusCode": 201, "body": json.dumps({"id": item["id"]})}
