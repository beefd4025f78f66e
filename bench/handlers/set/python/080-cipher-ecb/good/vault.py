import base64
import json
import os

import boto3
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

secrets = boto3.client("secretsmanager")


def seal(key, text):
    nonce = os.urandom(12)
    return nonce + AESGCM(key).encrypt(nonce, text, None)


def handler(event, context):
    key = secrets.get_secret_value(SecretId=os.environ["VAULT_SECRET_ARN"])["SecretBinary"]
    sealed = seal(key, json.loads(event["body"])["note"].encode())
    return {"statusCode": 200, "body": json.dumps({"sealed": base64.b64encode(sealed).decode()})}
