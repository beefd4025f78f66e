import json

import boto3

client = boto3.client('lambda')


def handler(event, context):
    payload = json.dumps({'order': event['pathParameters']['id']})
    answer = client.invoke(FunctionName='quote', InvocationType='RequestResponse', Payload=payload)  # expect
    return {'statusCode': 200, 'body': answer['Payload'].read().decode()}
