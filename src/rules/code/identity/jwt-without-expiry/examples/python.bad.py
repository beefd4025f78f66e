import json
import os

import jwt


def handler(event, context):
    sub = event['requestContext']['authorizer']['jwt']['claims']['sub']
    token = jwt.encode({'sub': sub, 'scope': 'orders'}, os.environ['SIGNING_KEY'], algorithm='HS256')  # expect
    return {'statusCode': 200, 'body': json.dumps({'token': token})}
