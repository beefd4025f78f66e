import os

import jwt


def handler(event, context):
    token = event['headers']['authorization']
    claims = jwt.decode(token, os.environ['KEY'], algorithms=['RS256'], audience=os.environ['CLIENT'])
    return {'statusCode': 200, 'body': claims['sub']}
