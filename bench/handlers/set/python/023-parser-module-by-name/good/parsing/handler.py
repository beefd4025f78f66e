import json

from .formats import csv_lines, key_values

PARSERS = {"csv_lines": csv_lines.parse, "key_values": key_values.parse}


def handler(event, context):
    kind = event["pathParameters"]["kind"]
    parse = PARSERS.get(kind)
    if parse is None:
        return {"statusCode": 404, "body": json.dumps({"message": "No such format"})}
    return {"statusCode": 200, "body": json.dumps(parse(event.get("body") or ""))}
