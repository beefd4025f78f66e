import base64
import json
import os

import boto3
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

secrets = boto3.client("secretsmanager")


def seal(key, text):
    padder = PKCS7(128).padder()
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    return encryptor.update(padder.update(text) + padder.finalize()) + encryptor.finalize()


def handler(event, context):
    key = secrets.get_secret_value(SecretId=os.environ["VAULT_SECRET_ARN"])["SecretBinary"]
    sealed = seal(key, json.loads(event["body"])["note"].encode())
    return {"statusCode": 200, "body": json.dumps({"sealed": base64.b64encode(sealed).decode()})}
