import json

from jsonschema import validate

SCHEMA = {"type": "object", "required": ["order"], "properties": {"order": {"type": "integer"}}}


def handler(event, context):
    orders = []
    for record in event["Records"]:
        message = json.loads(record["Sns"]["Message"])
        validate(message, SCHEMA)
        orders.append(message["order"])
    return orders
