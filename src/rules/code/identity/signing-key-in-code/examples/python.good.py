import os

import jwt


def handler(event, context):
    claims = jwt.decode(event['headers']['authorization'], os.environ['JWT_SECRET'], algorithms=['HS256'])
    return {'statusCode': 200, 'body': claims['sub']}
