import json
import subprocess


def render(text):
    path = "/tmp/statement.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    subprocess.run(["/opt/bin/typeset", path], check=True, timeout=8)


def handler(event, context):
    for record in event["Records"]:
        render(str(json.loads(record["body"])["statement"]))
