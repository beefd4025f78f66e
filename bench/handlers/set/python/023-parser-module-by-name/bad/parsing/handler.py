import importlib
import json


def handler(event, context):
    kind = event["pathParameters"]["kind"]
    module = importlib.import_module(f"parsing.formats.{kind}")
    parse = module.parse
    return {"statusCode": 200, "body": json.dumps(parse(event.get("body") or ""))}
