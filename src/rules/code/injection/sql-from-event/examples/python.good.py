import json
import os

import psycopg2
from psycopg2 import sql

connection = psycopg2.connect(os.environ["DATABASE_URL"])
COLUMNS = {"date": "placed_at", "total": "total"}


def find_orders(customer, sort):
    query = sql.SQL("SELECT id, total FROM orders WHERE customer = %s ORDER BY {}").format(sql.Identifier(sort))
    with connection.cursor() as cursor:
        cursor.execute(query, (customer,))
        return cursor.fetchall()


def handler(event, context):
    filters = json.loads(event["body"])
    sort = COLUMNS.get(filters.get("sort"), "placed_at")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM orders WHERE customer = %s AND {sort} IS NOT NULL", (filters["customer"],))
    return {"statusCode": 200, "body": json.dumps(find_orders(filters["customer"], sort))}
