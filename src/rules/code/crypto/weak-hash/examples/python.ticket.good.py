import hashlib
import hmac
import json
import os


def handler(event, context):
    number = event['pathParameters']['id']
    ticket = hmac.new(os.environ['TICKET_KEY'].encode(), number.encode(), hashlib.sha256).hexdigest()
    etag = hashlib.md5((os.environ['TABLE_KEY'] + number).encode()).hexdigest()
    return {'statusCode': 200, 'headers': {'etag': etag}, 'body': json.dumps({'number': number, 'ticket': ticket})}
