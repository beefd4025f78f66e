import os

import psycopg2


def connect():
    return psycopg2.connect(
        host=os.environ["DB_HOST"],
        user="cleaner",
        password="k7Wq!t0Zp3vX",
        sslmode="verify-full",
        connect_timeout=3,
    )


def handler(event, context):
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("DELETE FROM drafts WHERE touched < now() - interval '30 days'")
        return cursor.rowcount
