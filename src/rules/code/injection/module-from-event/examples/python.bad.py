import importlib
import json


def handler(event, context):
    job = json.loads(event["body"])
    module = importlib.import_module("jobs." + job["kind"])  # expect
    return {"statusCode": 200, "body": json.dumps(module.run(job["input"]))}
