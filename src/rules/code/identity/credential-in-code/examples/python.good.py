import os

import boto3
import pymysql

connection = pymysql.connect(host=os.environ['DB_HOST'], user='orders', password=os.environ['DB_PASSWORD'])
table = boto3.resource('dynamodb', endpoint_url='http://localhost:8000', aws_secret_access_key='localdevelopment')


def handler(event, context):
    return {'statusCode': 200, 'body': str(connection.open)}
