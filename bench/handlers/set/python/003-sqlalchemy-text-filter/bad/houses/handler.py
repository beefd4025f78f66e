import json

from .repository import Houses

houses = Houses()


def handler(event, context):
    query = event.get("queryStringParameters", {})
    found = houses.in_city(query.get("city", ""), maximum=int(query.get("maximum", 500000)))
    return {
        "statusCode": 200,
        "statusDescription": "200 OK",
        "isBase64Encoded": False,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps(found),
    }
