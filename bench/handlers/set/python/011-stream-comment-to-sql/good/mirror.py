import html
import os

import psycopg2

connection = psycopg2.connect(host=os.environ["DB_HOST"], dbname="mirror", sslmode="verify-full", connect_timeout=3)


def handler(event, context):
    with connection, connection.cursor() as cursor:
        for record in event["Records"]:
            image = record["dynamodb"].get("NewImage")
            if not image:
                continue
            author = html.escape(image["author"]["S"], quote=False)
            cursor.execute("INSERT INTO authors (name) VALUES (%s) ON CONFLICT DO NOTHING", (author,))
