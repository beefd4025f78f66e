import ssl

context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def handler(event, context):
    return {'statusCode': 204}
