import os
from datetime import datetime
from zoneinfo import ZoneInfo

os.environ["TZ"] = "UTC"


def handler(event, context):
    os.environ["LANG"] = event["queryStringParameters"]["lang"]
    zone = ZoneInfo(event["queryStringParameters"]["zone"])
    return {"statusCode": 200, "body": datetime.now(zone).strftime("%H:%M")}
