import hashlib
import json
import os


def handler(event, context):
    number = event['pathParameters']['id']
    ticket = hashlib.sha1((os.environ['TICKET_KEY'] + number).encode()).hexdigest()  # expect
    return {'statusCode': 200, 'body': json.dumps({'number': number, 'ticket': ticket})}
