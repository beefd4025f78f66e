import os

ROOT = "/opt/manuals"


def handler(event, context):
    name = event["pathParameters"]["name"]
    path = os.path.realpath(os.path.join(ROOT, name))
    if os.path.commonpath([ROOT, path]) != ROOT:
        return {"statusCode": 404, "body": "No such manual"}
    try:
        with open(path, encoding="utf-8") as manual:
            return {"statusCode": 200, "headers": {"content-type": "text/plain"}, "body": manual.read()}
    except OSError:
        return {"statusCode": 404, "body": "No such manual"}
