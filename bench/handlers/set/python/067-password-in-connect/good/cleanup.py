import os

import boto3
import psycopg2


def connect():
    host = os.environ["DB_HOST"]
    password = boto3.client("rds").generate_db_auth_token(DBHostname=host, Port=5432, DBUsername="cleaner")
    return psycopg2.connect(host=host, user="cleaner", password=password, sslmode="verify-full", connect_timeout=3)


def handler(event, context):
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("DELETE FROM drafts WHERE touched < now() - interval '30 days'")
        return cursor.rowcount
