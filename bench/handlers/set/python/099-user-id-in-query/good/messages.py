import json
import os

import psycopg2

connection = psycopg2.connect(host=os.environ["DB_HOST"], dbname="messages", sslmode="verify-full", connect_timeout=3)


def handler(event, context):
    user = event["requestContext"]["authorizer"]["claims"]["sub"]
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT subject FROM messages WHERE recipient = %s", (user,))
        return {"statusCode": 200, "body": json.dumps([subject for (subject,) in cursor.fetchall()])}
