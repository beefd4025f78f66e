import json
import os
import random
import secrets
import time

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
ses = boto3.client("sesv2")
GREETINGS = ("Hello", "Good day", "Welcome back")


def handler(event, context):
    email = str(json.loads(event["body"])["email"])
    reset_token = secrets.token_urlsafe(24)
    table.put_item(Item={"token": reset_token, "email": email, "expires": int(time.time()) + 900, "nonce": secrets.token_hex(4)})
    text = f"{random.choice(GREETINGS)}! Your link: https://www.example.com/reset/{reset_token}"
    ses.send_email(
        FromEmailAddress="accounts@example.com",
        Destination={"ToAddresses": [email]},
        Content={"Simple": {"Subject": {"Data": "Reset"}, "Body": {"Text": {"Data": text}}}},
    )
    return {"statusCode": 204}
