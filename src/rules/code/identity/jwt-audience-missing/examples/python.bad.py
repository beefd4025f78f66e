import os

import cognitojwt


def handler(event, context):
    token = event["headers"]["authorization"]
    claims = cognitojwt.decode(token, os.environ["AWS_REGION"], os.environ["USER_POOL"])  # expect
    return {"statusCode": 200, "body": claims["sub"]}
