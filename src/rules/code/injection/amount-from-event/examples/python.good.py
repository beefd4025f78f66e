import json
import secrets


def handler(event, context):
    count = min(int(event["queryStringParameters"]["count"]), 50)
    codes = [secrets.token_hex(8) for _ in range(count)]
    return {"statusCode": 200, "body": json.dumps(codes)}
