import os

import boto3

client = boto3.client('secretsmanager')


def handler(event, context):
    secret = client.get_secret_value(SecretId=os.environ['SECRET_NAME'])
    print('connecting with', secret['ARN'], os.environ['SECRET_NAME'])
    return {'statusCode': 204}
