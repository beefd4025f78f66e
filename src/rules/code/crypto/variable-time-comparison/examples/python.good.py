import hashlib
import hmac
import os


def handler(event, context):
    signature = hmac.new(os.environ['WEBHOOK_SECRET'].encode(), event['body'].encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(signature.encode(), event['headers']['x-signature'].encode()):
        return {'statusCode': 401}
    return {'statusCode': 204}
