import base64
import gzip


def handler(event, context):
    text = gzip.decompress(base64.b64decode(event["body"]))  # expect
    return {"statusCode": 200, "body": str(text.count(b"\n"))}
