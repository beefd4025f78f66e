import json
import os
import traceback

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    try:
        room = table.get_item(Key={"room": event["pathParameters"]["room"]})["Item"]
        return {"statusCode": 200, "body": json.dumps({"seats": int(room["seats"])})}
    except KeyError:
        return {"statusCode": 404, "body": json.dumps({"message": "No such room"})}
    except Exception:
        traceback.print_exc()
        return {"statusCode": 500, "body": json.dumps({"error": "The room could not be read"})}
