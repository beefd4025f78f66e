import os

import jwt


def handler(event, context):
    token = event['headers']['authorization']
    claims = jwt.decode(token, os.environ['KEY'], algorithms=['RS256'], options={'verify_exp': False})  # expect
    other = jwt.decode(token, os.environ['KEY'], algorithms=['RS256'], options={'verify_aud': False})  # expect
    return {'statusCode': 200, 'body': claims['sub'] + other['sub']}
