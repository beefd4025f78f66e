import os

import pymysql
from flask import Flask, jsonify, request

from .adapter import lambda_handler

app = Flask(__name__)


@app.get("/jobs")
def jobs():
    level = request.args.get("level", "junior")
    connection = pymysql.connect(host=os.environ["DB_HOST"], database="jobs", ssl={"ca": "/opt/rds-ca.pem"}, connect_timeout=3)
    with connection, connection.cursor() as cursor:
        query = "SELECT id, title FROM jobs WHERE level = '%s'" % level
        cursor.execute(query)
        return jsonify([{"id": number, "title": title} for number, title in cursor.fetchall()])


handler = lambda_handler(app)
