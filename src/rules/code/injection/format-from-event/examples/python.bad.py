import json


class Order:
    def __init__(self, number):
        self.number = number


def handler(event, context):
    layout = json.loads(event["body"])["layout"]
    return {"statusCode": 200, "body": layout.format(order=Order(7))}  # expect
