import hashlib
import hmac
import os

from aws_lambda_powertools.utilities import parameters


def genuine(body, given):
    key = parameters.get_secret(os.environ["HOOK_SECRET_ARN"], max_age=300)
    expected = "sha256=" + hmac.new(key.encode(), body.encode(), hashlib.sha256).hexdigest()
    return expected == given


def handler(event, context):
    if not genuine(event["body"], event["headers"].get("x-hub-signature-256", "")):
        return {"statusCode": 401}
    return {"statusCode": 204}
