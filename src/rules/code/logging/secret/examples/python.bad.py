import json
import os

import boto3

client = boto3.client('secretsmanager')


def handler(event, context):
    secret = client.get_secret_value(SecretId='orders')
    print('connecting with', secret['SecretString'])  # expect
    print(f"key {os.environ['PARTNER_API_KEY']}")  # expect
    print(json.loads(event['body'])['password'])  # expect
    return {'statusCode': 204}
