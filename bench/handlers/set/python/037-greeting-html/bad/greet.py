def page(name):
    return "<!doctype html><title>Hello</title><p>Hello, {}!</p>".format(name)


def handler(event, context):
    name = (event.get("queryStringParameters") or {}).get("name", "stranger")
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/html; charset=utf-8"},
        "body": page(name),
    }
