import ipaddress
import subprocess


def handler(event, context):
    host = event["queryStringParameters"]["host"]
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return {"statusCode": 400, "body": "not an address"}
    done = subprocess.run(f"traceroute -m 5 {address}", shell=True, capture_output=True, text=True, timeout=8)
    return {"statusCode": 200, "headers": {"content-type": "text/plain"}, "body": done.stdout}
