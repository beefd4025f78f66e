import json
import re

import requests


def handler(event, context):
    url = json.loads(event["body"])["url"]
    page = requests.get(url, timeout=3, allow_redirects=False)
    found = re.search(r"<title>([^<]{1,200})</title>", page.text)
    return {"statusCode": 200, "body": json.dumps({"title": found.group(1) if found else ""})}
