import json
import os

import psycopg2

connection = psycopg2.connect(host=os.environ["DB_HOST"], dbname="flights", sslmode="verify-full", connect_timeout=3)


def handler(event, context):
    number = event["pathParameters"]["number"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate, departs FROM flights WHERE number = %s", (number,))
        row = cursor.fetchone()
    if row is None:
        return {"statusCode": 404, "body": json.dumps({"message": "No such flight"})}
    return {"statusCode": 200, "body": json.dumps({"gate": row[0], "departs": str(row[1])})}
