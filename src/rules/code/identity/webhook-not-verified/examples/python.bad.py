import json


def handler(event, context):
    message = json.loads(event['body'])
    if message['type'] == 'checkout.session.completed':  # expect
        return {'statusCode': 200, 'body': message['data']['object']['id']}
    return {'statusCode': 204}
