import json

user = None
orders = []  # expect


def handler(event, context):
    global user
    body = json.loads(event['body'])
    if user is None:
        user = body['user']  # expect
    orders.append(body['order'])
    return {'statusCode': 200, 'body': json.dumps({'user': user, 'orders': orders})}
