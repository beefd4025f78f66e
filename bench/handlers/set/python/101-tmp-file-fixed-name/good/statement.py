import json
import subprocess
import tempfile


def render(text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        subprocess.run(["/opt/bin/typeset", file.name], check=True, timeout=8)


def handler(event, context):
    for record in event["Records"]:
        render(str(json.loads(record["body"])["statement"]))
