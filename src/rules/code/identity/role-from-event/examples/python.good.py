import json


def handler(event, context):
    body = json.loads(event['body'])
    claims = event['requestContext']['authorizer']['jwt']['claims']
    if claims['role'] != 'admin':
        return {'statusCode': 403}
    return {'statusCode': 200, 'body': 'a list' if body['role'] == 'admin' else 'another'}
