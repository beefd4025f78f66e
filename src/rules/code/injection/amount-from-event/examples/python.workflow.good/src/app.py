import random


def handler(event, context):
    return {"draws": [random.random() for _ in range(event["samples"])]}
