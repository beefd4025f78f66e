import json
import os

import boto3

dynamodb = boto3.client("dynamodb")


def find(artist):
    statement = f"""
        SELECT title FROM "{os.environ['TABLE_NAME']}"
        WHERE artist = ?
    """
    return dynamodb.execute_statement(Statement=statement, Parameters=[{"S": artist}], Limit=50)["Items"]


def handler(event, context):
    artist = json.loads(event["body"])["artist"]
    return {"statusCode": 200, "body": json.dumps([song["title"]["S"] for song in find(artist)])}
