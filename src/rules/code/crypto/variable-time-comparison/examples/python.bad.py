import hashlib
import hmac
import os


def handler(event, context):
    signature = hmac.new(os.environ['WEBHOOK_SECRET'].encode(), event['body'].encode(), hashlib.sha256).hexdigest()
    if signature != event['headers']['x-signature']:  # expect
        return {'statusCode': 401}
    return {'statusCode': 204}
