import json
import os

import boto3
from boto3.dynamodb.conditions import Key
from aws_lambda_powertools.utilities import parameters
import jwt

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def caller(event):
    token = event["headers"]["authorization"].split()[1]
    key = parameters.get_parameter("/auth/public-key", max_age=3600)
    claims = jwt.decode(token, key, algorithms=["RS256"], audience="mail", issuer="https://auth.example.com")
    return claims["sub"]


def handler(event, context):
    found = table.query(KeyConditionExpression=Key("owner").eq(caller(event)), Limit=50)
    return {"statusCode": 200, "body": json.dumps([mail["subject"] for mail in found["Items"]])}
