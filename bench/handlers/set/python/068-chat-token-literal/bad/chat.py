import json
import urllib.request

TOKEN = "@@slack-bot-token@@"


def post(text):
    request = urllib.request.Request(
        "https://chat.example.com/api/post",
        data=json.dumps({"text": text}).encode(),
        headers={"authorization": f"Bearer {TOKEN}", "content-type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=3) as answer:
        answer.read()


def handler(event, context):
    for record in event["Records"]:
        post(record["Sns"]["Subject"] or "An alarm")
