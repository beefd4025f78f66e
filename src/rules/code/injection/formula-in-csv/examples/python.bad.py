import csv
import io
import json


def handler(event, context):
    rows = json.loads(event["body"])
    file = io.StringIO()
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([row["name"], row["comment"]])  # expect
    return {"statusCode": 200, "headers": {"Content-Type": "text/csv"}, "body": file.getvalue()}
