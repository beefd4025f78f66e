import base64
import json
import re
from urllib.parse import quote


def handler(event, context):
    export = json.loads(event["body"])
    name = re.sub(r"[^A-Za-z0-9_-]", "", export["name"])
    return {
        "statusCode": 200,
        "headers": {
            "Content-Disposition": f"attachment; filename={name}.csv",
            "X-Title": quote(export["title"]),
        },
        "body": base64.b64encode(b"id,total").decode(),
        "isBase64Encoded": True,
    }
