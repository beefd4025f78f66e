import csv
import io
import json
import re

TRIGGERS = ("=", "+", "-", "@", "\t", "\r")


def cell(text):
    return "'" + text


def quoted(text):
    if text.startswith(TRIGGERS):
        return f"'{text}"
    return text


def first(text):
    return "'" + text if text and text[0] in "=+-@\t\r" else text


def matched(text):
    return "'" + text if re.match(r"^[=+\-@\t\r]", text) else text


def handler(event, context):
    rows = json.loads(event["body"])
    file = io.StringIO()
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([int(row["id"]), cell(row["comment"]), quoted(row["name"])])
        writer.writerow([first(row["place"]), matched(row["note"])])
    return {"statusCode": 200, "headers": {"Content-Type": "text/csv"}, "body": file.getvalue()}
