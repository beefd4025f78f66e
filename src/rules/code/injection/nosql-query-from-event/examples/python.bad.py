import json
import os

from pymongo import MongoClient

accounts = MongoClient(os.environ["MONGO_URL"]).shop.accounts


def handler(event, context):
    body = json.loads(event["body"])
    account = accounts.find_one({"email": body["email"], "token": body["token"]})  # expect
    if account is None:
        return {"statusCode": 401}
    return {"statusCode": 200, "body": json.dumps({"name": account["name"]})}
