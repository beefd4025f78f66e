import json
import os
import time

import jwt


def handler(event, context):
    sub = event['requestContext']['authorizer']['jwt']['claims']['sub']
    claims = {'sub': sub, 'scope': 'orders', 'exp': int(time.time()) + 600}
    token = jwt.encode(claims, os.environ['SIGNING_KEY'], algorithm='HS256')
    return {'statusCode': 200, 'body': json.dumps({'token': token})}
