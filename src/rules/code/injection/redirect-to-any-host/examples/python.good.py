from urllib.parse import urlparse

HOSTS = ("shop.example.com", "account.example.com")


def handler(event, context):
    target = event["queryStringParameters"]["continue"]
    if urlparse(target).netloc not in HOSTS:
        target = "https://shop.example.com/"
    return {"statusCode": 303, "headers": {"Location": target}}
