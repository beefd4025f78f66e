import json
import os

import boto3

secrets = boto3.client("secretsmanager")


def handler(event, context):
    secret = json.loads(secrets.get_secret_value(SecretId=os.environ["BROKER_SECRET_ARN"])["SecretString"])
    return {"statusCode": 200, "body": json.dumps(secret)}
