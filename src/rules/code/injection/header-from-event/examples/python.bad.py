import base64
import json


def handler(event, context):
    export = json.loads(event["body"])
    return {
        "statusCode": 200,
        "headers": {"Content-Disposition": "attachment; filename=" + export["name"]},  # expect
        "body": base64.b64encode(b"id,total").decode(),
        "isBase64Encoded": True,
    }
