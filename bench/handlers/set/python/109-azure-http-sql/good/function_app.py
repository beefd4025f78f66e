import json
import os

import azure.functions as func
import psycopg2

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)


def connect():
    return psycopg2.connect(host=os.environ["PGHOST"], dbname="dogs", sslmode="verify-full", connect_timeout=3)


@app.route(route="dogs", methods=["GET"])
def dogs(req: func.HttpRequest) -> func.HttpResponse:
    breed = req.params.get("breed", "")
    connection = connect()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM dogs WHERE breed = %(breed)s", {"breed": breed})
            names = [name for (name,) in cursor.fetchall()]
    finally:
        connection.close()
    return func.HttpResponse(json.dumps(names), mimetype="application/json")
