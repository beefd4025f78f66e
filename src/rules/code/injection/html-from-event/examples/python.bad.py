PAGE = """<!doctype html>
<title>Order</title>
<p>Thank you, {name}!</p>"""


def handler(event, context):
    name = event["queryStringParameters"].get("name", "stranger")
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/html; charset=utf-8"},
        "body": PAGE.format(name=name),  # expect
    }
