import json
import os

import boto3

functions = boto3.client("lambda")
WORKERS = {"resize": os.environ["RESIZE"], "convert": os.environ["CONVERT"]}


def handler(event, context):
    job = json.loads(event["body"])
    functions.invoke(FunctionName=WORKERS[job["worker"]], Payload=json.dumps(job["input"]))
    return {"statusCode": 202}
