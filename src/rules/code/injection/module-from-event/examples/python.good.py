import importlib
import json

JOBS = {"report": "jobs.report", "cleanup": "jobs.cleanup"}


def handler(event, context):
    job = json.loads(event["body"])
    name = JOBS.get(job["kind"])
    if name is None:
        return {"statusCode": 404}
    return {"statusCode": 200, "body": json.dumps(importlib.import_module(name).run(job["input"]))}
