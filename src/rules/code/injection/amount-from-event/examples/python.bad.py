import json
import secrets


def handler(event, context):
    count = int(event["queryStringParameters"]["count"])
    codes = [secrets.token_hex(8) for _ in range(count)]  # expect
    return {"statusCode": 200, "body": json.dumps(codes)}
