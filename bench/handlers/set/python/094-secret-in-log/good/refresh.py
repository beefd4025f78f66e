import json
import logging
import os

import boto3

logger = logging.getLogger(__name__)
logger.setLevel("INFO")
secrets = boto3.client("secretsmanager")


def handler(event, context):
    secret = json.loads(secrets.get_secret_value(SecretId=os.environ["API_SECRET_ARN"])["SecretString"])
    logger.info("using the api token of version %s", secret["version"])
    return {"valid": bool(secret["token"])}
