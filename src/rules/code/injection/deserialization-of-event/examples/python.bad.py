import base64
import pickle

import yaml


def handler(event, context):
    cart = pickle.loads(base64.b64decode(event["headers"]["x-cart"]))  # expect
    settings = yaml.load(event["body"], Loader=yaml.UnsafeLoader)  # expect
    return {"statusCode": 200, "body": f"{len(cart)} {settings['currency']}"}
