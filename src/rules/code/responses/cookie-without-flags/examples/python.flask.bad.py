import secrets

import serverless_wsgi
from flask import Flask, make_response

app = Flask(__name__)


@app.post('/login')
def login():
    response = make_response('')
    response.set_cookie('session', secrets.token_urlsafe(32), secure=False)  # expect
    return response


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
