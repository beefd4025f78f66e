import json


def handler(event, context):
    body = json.loads(event["body"])
    value = eval(body["formula"])
    if not isinstance(value, (int, float)):
        return {"statusCode": 400, "body": json.dumps({"message": "not a number"})}
    return {"statusCode": 200, "body": json.dumps({"centimetres": value * 2.54})}
