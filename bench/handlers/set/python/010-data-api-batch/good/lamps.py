import base64
import json
import os

import boto3

data = boto3.client("rds-data")
TARGET = {"resourceArn": os.environ["CLUSTER_ARN"], "secretArn": os.environ["DATABASE_SECRET_ARN"], "database": "lamps"}


def readings(event):
    for record in event["Records"]:
        yield json.loads(base64.b64decode(record["kinesis"]["data"]))


def handler(event, context):
    for reading in readings(event):
        lamp, watts = reading["lamp"], float(reading["watts"])
        parameters = [
            {"name": "lamp", "value": {"stringValue": lamp}},
            {"name": "watts", "value": {"doubleValue": watts}},
        ]
        data.execute_statement(sql="INSERT INTO use_of_lamps VALUES (:lamp, :watts)", parameters=parameters, **TARGET)
