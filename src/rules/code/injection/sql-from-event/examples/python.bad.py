import json
import os

import psycopg2

connection = psycopg2.connect(os.environ["DATABASE_URL"])


def find_orders(customer, status):
    query = f"SELECT id, total FROM orders WHERE customer = '{customer}'"
    if status:
        query += " AND status = '%s'" % status
    with connection.cursor() as cursor:
        cursor.execute(query)  # expect
        return cursor.fetchall()


def handler(event, context):
    filters = json.loads(event["body"])
    return {"statusCode": 200, "body": json.dumps(find_orders(filters["customer"], filters.get("status")))}
