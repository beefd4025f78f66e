import os
import time


def handler(event, context):
    os.environ["TZ"] = event["queryStringParameters"]["zone"]  # expect
    time.tzset()
    return {"statusCode": 200, "body": time.strftime("%H:%M")}
