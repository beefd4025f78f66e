import os

import jwt


def handler(event, context):
    claims = jwt.decode(event['headers']['authorization'], os.environ['PUBLIC_KEY'], algorithms=['RS256'])
    return {'statusCode': 200, 'body': claims['sub']}
