import json
import os

import boto3

client = boto3.client('lambda')


def handler(event, context):
    payload = json.dumps({'order': event['pathParameters']['id']})
    client.invoke(FunctionName='quote', InvocationType='Event', Payload=payload)
    client.invoke(FunctionName='quote', InvocationType=os.environ['TYPE'], Payload=payload)
    return {'statusCode': 202}
