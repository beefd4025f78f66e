import html
import json

PAGE = "<!doctype html><p>Thank you, {name}!</p>"


def handler(event, context):
    name = event["queryStringParameters"].get("name", "stranger")
    if event["headers"].get("accept") == "application/json":
        return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": json.dumps({"name": name})}
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/html; charset=utf-8"},
        "body": PAGE.format(name=html.escape(name)),
    }
