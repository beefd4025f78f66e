import json


def handler(event, context):
    rule = json.loads(event["body"])
    order = {"total": 120, "items": 3}
    matched = eval(rule["condition"], {}, order)  # expect
    return {"statusCode": 200, "body": json.dumps({"matched": bool(matched)})}
