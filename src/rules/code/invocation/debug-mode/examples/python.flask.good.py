import os

import serverless_wsgi
from flask import Flask

app = Flask(__name__)
app.config['DEBUG'] = os.environ.get('STAGE') == 'local'
app.config['JSON_SORT_KEYS'] = True


@app.get('/orders')
def orders():
    return {'orders': []}


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
