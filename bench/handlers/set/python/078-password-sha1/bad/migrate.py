import hashlib
import hmac
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def digest(password, salt):
    return hashlib.sha1(salt + password.encode()).digest()


def handler(event, context):
    user = table.get_item(Key={"name": event["userName"]}).get("Item")
    if user is None or not hmac.compare_digest(digest(event["request"]["password"], user["salt"].value), user["hash"].value):
        raise PermissionError("Bad user name or password")
    event["response"]["userAttributes"] = {"username": event["userName"]}
    event["response"]["finalUserStatus"] = "CONFIRMED"
    return event
