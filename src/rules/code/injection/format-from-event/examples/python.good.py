import json


class Order:
    def __init__(self, number):
        self.number = number


def handler(event, context):
    note = json.loads(event["body"])["note"]
    return {"statusCode": 200, "body": "Order {order.number}: {note}".format(order=Order(7), note=note)}
