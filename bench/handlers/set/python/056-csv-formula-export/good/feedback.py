import csv
import io
import json

TRIGGERS = ("=", "+", "-", "@", "\t", "\r")


def cell(text):
    return "'" + text if text.startswith(TRIGGERS) else text


def handler(event, context):
    comments = json.loads(event["body"])["comments"]
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(["comment"])
    for comment in comments:
        writer.writerow([cell(str(comment))])
    return {
        "statusCode": 200,
        "headers": {"content-type": "text/csv"},
        "body": output.getvalue(),
    }
