import os
from datetime import datetime
from zoneinfo import ZoneInfo

os.environ["TZ"] = "UTC"


def handler(event, context):
    zone = ZoneInfo(event["queryStringParameters"]["zone"])
    return {"statusCode": 200, "body": datetime.now(zone).strftime("%H:%M")}
