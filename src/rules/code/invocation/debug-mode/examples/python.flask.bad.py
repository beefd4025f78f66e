import serverless_wsgi
from flask import Flask

app = Flask(__name__)
app.config['DEBUG'] = True  # expect


@app.get('/orders')
def orders():
    return {'orders': []}


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
