from io import BytesIO
from urllib.parse import urlencode


def adapt(app):
    def run(event, context):
        environ = {
            "REQUEST_METHOD": event["httpMethod"],
            "PATH_INFO": event["path"],
            "QUERY_STRING": urlencode(event.get("queryStringParameters") or {}),
            "SERVER_NAME": "api",
            "SERVER_PORT": "443",
            "wsgi.url_scheme": "https",
            "wsgi.input": BytesIO(),
        }
        state = {}

        def start_response(status, headers, exc_info=None):
            state["statusCode"] = int(status[:3])
            state["headers"] = dict(headers)

        state["body"] = b"".join(app.wsgi_app(environ, start_response)).decode()
        return state

    return run
