import os

import psycopg2
from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.logging import correlation_paths

app = APIGatewayRestResolver()
logger = Logger(service="search")
connection = psycopg2.connect(host=os.environ["DB_HOST"], dbname="library", sslmode="verify-full", connect_timeout=3)


@app.get("/search")
def search():
    words = app.current_event.get_query_string_value(name="q", default_value="")
    with connection.cursor() as cursor:
        cursor.execute("SELECT title FROM books WHERE title ILIKE %s", ("%" + words + "%",))
        return {"titles": [title for (title,) in cursor.fetchall()]}


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_REST)
def handler(event, context):
    return app.resolve(event, context)
