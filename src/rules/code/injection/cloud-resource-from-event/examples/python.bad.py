import json

import boto3

secrets = boto3.client("secretsmanager")
functions = boto3.client("lambda")


def handler(event, context):
    job = json.loads(event["body"])
    secret = secrets.get_secret_value(SecretId=job["credentials"])  # expect
    functions.invoke(FunctionName=job["worker"], Payload=secret["SecretString"])  # expect
    return {"statusCode": 202}
