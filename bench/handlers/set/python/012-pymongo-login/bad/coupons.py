import json
import os

from pymongo import MongoClient

client = MongoClient(f"mongodb+srv://{os.environ['MONGO_HOST']}", serverSelectionTimeoutMS=3000, socketTimeoutMS=5000)
coupons = client.shop.coupons


def handler(event, context):
    body = json.loads(event["body"])
    coupon = coupons.find_one({"code": body["code"], "used": False})
    if coupon is None:
        return {"statusCode": 404, "body": json.dumps({"message": "No such coupon"})}
    return {"statusCode": 200, "body": json.dumps({"percent": coupon["percent"]})}
