import ssl

context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # expect


def handler(event, context):
    return {'statusCode': 204}
