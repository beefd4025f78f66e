import json
import os

settings = None


def handler(event, context):
    global settings
    if settings is None:
        settings = {'table': os.environ['TABLE']}
    body = json.loads(event['body'])
    orders = []
    orders.append(body['order'])
    return {'statusCode': 200, 'body': json.dumps({'settings': settings, 'orders': orders})}
