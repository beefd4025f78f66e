import csv
import io
import json


def cell(text):
    return "'" + text


def handler(event, context):
    rows = json.loads(event["body"])
    file = io.StringIO()
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([int(row["id"]), cell(row["comment"])])
    return {"statusCode": 200, "headers": {"Content-Type": "text/csv"}, "body": file.getvalue()}
