from urllib.parse import unquote


def handler(event, context):
    target = unquote(event["queryStringParameters"].get("next", "/"))
    return {
        "statusCode": 302,
        "statusDescription": "302 Found",
        "isBase64Encoded": False,
        "headers": {"Location": target},
    }
