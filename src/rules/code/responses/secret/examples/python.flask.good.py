import os

import serverless_wsgi
from flask import Flask, jsonify

app = Flask(__name__)


@app.get('/environment')
def environment():
    return jsonify({'stage': os.environ['STAGE'], 'names': sorted(os.environ)})


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
