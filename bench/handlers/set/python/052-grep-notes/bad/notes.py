import json
import re
from pathlib import Path

NOTES = Path("/var/task/notes.txt").read_text().splitlines() if Path("/var/task/notes.txt").exists() else []


def handler(event, context):
    find = event["queryStringParameters"]["find"]
    expression = re.compile(find, re.IGNORECASE)
    return {"statusCode": 200, "body": json.dumps([line for line in NOTES if expression.search(line)][:50])}
