import json
import os

from pymongo import MongoClient

accounts = MongoClient(os.environ["MONGO_URL"]).shop.accounts


def handler(event, context):
    body = json.loads(event["body"])
    account = accounts.find_one({"email": str(body["email"]), "token": {"$eq": body["token"]}})
    status = event["queryStringParameters"]["status"]
    others = accounts.count_documents({"status": status})
    return {"statusCode": 200 if account else 401, "body": json.dumps({"others": others})}
