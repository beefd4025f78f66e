from urllib.parse import unquote, urlsplit

HOSTS = ("www.example.com", "shop.example.com")


def handler(event, context):
    target = unquote(event["queryStringParameters"].get("next", "/"))
    parts = urlsplit(target)
    if parts.scheme != "https" or parts.netloc not in HOSTS:
        target = "/"
    return {
        "statusCode": 302,
        "statusDescription": "302 Found",
        "isBase64Encoded": False,
        "headers": {"Location": target},
    }
