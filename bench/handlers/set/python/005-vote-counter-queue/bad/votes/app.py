import json
import os

import psycopg

connection = psycopg.connect(host=os.environ["DB_HOST"], dbname="votes", sslmode="verify-full", connect_timeout=3, autocommit=True)


def count(choices):
    names = ", ".join(f"'{choice}'" for choice in choices)
    connection.execute("UPDATE options SET votes = votes + 1 WHERE name IN (" + names + ")")


def handler(event, context):
    failures = []
    for record in event["Records"]:
        try:
            message = json.loads(record["body"])
            count(message["choices"])
        except Exception:
            print("could not count", record["messageId"])
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
