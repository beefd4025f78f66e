import json


def handler(event, context):
    body = json.loads(event['body'])
    if body['role'] != 'admin':  # expect
        return {'statusCode': 403}
    return {'statusCode': 200, 'body': 'everything'}
