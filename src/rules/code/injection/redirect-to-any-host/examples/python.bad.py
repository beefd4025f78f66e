def handler(event, context):
    target = event["queryStringParameters"]["continue"]
    if not target.startswith("https://"):
        target = "https://" + target
    return {
        "statusCode": 303,
        "headers": {"Location": target},  # expect
    }
