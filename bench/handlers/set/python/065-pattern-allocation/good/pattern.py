import base64


def handler(event, context):
    size = max(1, min(int(event["queryStringParameters"]["size"]), 256))
    rows = bytearray(size * size)
    for at in range(0, len(rows), 2):
        rows[at] = 255
    return {"statusCode": 200, "isBase64Encoded": True, "body": base64.b64encode(rows).decode()}
