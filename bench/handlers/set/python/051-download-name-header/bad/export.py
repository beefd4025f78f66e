def handler(event, context):
    name = event["queryStringParameters"].get("name", "export")
    return {
        "statusCode": 200,
        "headers": {
            "content-type": "text/csv",
            "content-disposition": f"attachment; filename={name}.csv",
        },
        "body": "day,visits\r\n",
    }
