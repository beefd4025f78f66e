import json
import urllib.request

import requests


def handler(event, context):
    feed = json.loads(event["body"])
    answer = requests.get(feed["url"], timeout=5)  # expect
    with urllib.request.urlopen("https://" + feed["mirror"] + "/feed.xml") as mirror:  # expect
        return {"statusCode": 200, "body": answer.text + mirror.read().decode()}
