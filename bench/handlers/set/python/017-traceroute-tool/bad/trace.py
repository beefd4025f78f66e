import subprocess


def handler(event, context):
    host = event["queryStringParameters"]["host"]
    done = subprocess.run(f"traceroute -m 5 {host}", shell=True, capture_output=True, text=True, timeout=8)
    return {"statusCode": 200, "headers": {"content-type": "text/plain"}, "body": done.stdout}
