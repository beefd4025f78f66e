import os

SETTINGS = {"timezone": "TZ", "language": "LANG"}


def handler(event, context):
    for name, value in event["detail"]["settings"].items():
        if name in SETTINGS:
            os.environ[SETTINGS[name]] = str(value)[:40]
