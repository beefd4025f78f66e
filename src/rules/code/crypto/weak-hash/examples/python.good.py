import hashlib
import json
import os


def handler(event, context):
    body = json.loads(event['body'])
    stored = hashlib.scrypt(body['password'].encode(), salt=os.urandom(16), n=16384, r=8, p=1)
    etag = hashlib.md5(event['body'].encode()).hexdigest()
    return {'statusCode': 200, 'headers': {'ETag': etag}, 'body': str(len(stored))}
