import base64
import json
import pickle


def basket_of(event):
    for cookie in event.get("cookies", []):
        name, _, value = cookie.partition("=")
        if name == "basket":
            return pickle.loads(base64.urlsafe_b64decode(value))
    return []


def handler(event, context):
    return {"statusCode": 200, "body": json.dumps({"items": len(basket_of(event))})}
