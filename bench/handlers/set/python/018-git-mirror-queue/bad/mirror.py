import json
import subprocess


def update(branch):
    subprocess.check_call(["sh", "-c", "git -C /mnt/mirror fetch origin " + branch], timeout=12)


def handler(event, context):
    for record in event["Records"]:
        update(json.loads(record["body"])["branch"])
