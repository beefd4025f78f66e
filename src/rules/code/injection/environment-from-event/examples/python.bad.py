import os
import subprocess


def handler(event, context):
    os.environ["PATH"] = "/opt/" + event["queryStringParameters"]["version"] + "/bin"  # expect
    return {"statusCode": 200, "body": subprocess.check_output(["render", "--check"]).decode()}
