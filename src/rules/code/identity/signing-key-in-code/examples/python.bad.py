import jwt


def handler(event, context):
    claims = jwt.decode(event['headers']['authorization'], 'shop-{{random:alphanumeric:12}}', algorithms=['HS256'])  # expect
    return {'statusCode': 200, 'body': claims['sub']}
