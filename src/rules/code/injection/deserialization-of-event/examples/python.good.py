import json

import yaml


def handler(event, context):
    cart = json.loads(event["headers"]["x-cart"])
    settings = yaml.load(event["body"], Loader=yaml.SafeLoader)
    more = yaml.safe_load(event["queryStringParameters"]["more"])
    return {"statusCode": 200, "body": f"{len(cart)} {settings['currency']} {more}"}
