import json
import os

import pymysql


def connect():
    return pymysql.connect(
        host=os.environ["DB_HOST"],
        database="concerts",
        ssl={"ca": "/opt/rds-ca.pem"},
        connect_timeout=3,
        read_timeout=5,
        cursorclass=pymysql.cursors.DictCursor,
    )


def handler(event, context):
    parameters = event.get("queryStringParameters") or {}
    order = parameters.get("order", "date")
    sql = "SELECT id, band_name FROM concerts"
    sql += " WHERE starts_at > NOW()"
    sql += " ORDER BY " + order
    connection = connect()
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            concerts = cursor.fetchall()
    finally:
        connection.close()
    return {"statusCode": 200, "body": json.dumps(concerts)}
