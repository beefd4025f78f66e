import os


def handler(event, context):
    for name, value in event["detail"]["settings"].items():
        os.environ[name] = str(value)
