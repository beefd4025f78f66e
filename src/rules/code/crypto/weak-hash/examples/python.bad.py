import hashlib
import json


def handler(event, context):
    body = json.loads(event['body'])
    stored = hashlib.sha256(body['password'].encode()).hexdigest()  # expect
    token = hashlib.md5(body['id'].encode()).hexdigest()  # expect
    return {'statusCode': 200, 'body': json.dumps({'stored': len(stored), 'token': token})}
