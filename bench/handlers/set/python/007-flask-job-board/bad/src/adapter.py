import io
from urllib.parse import urlencode


def lambda_handler(app):
    """Runs a WSGI application for events of an HTTP API."""

    def handle(event, context):
        http = event["requestContext"]["http"]
        environ = {
            "REQUEST_METHOD": http["method"],
            "PATH_INFO": event["rawPath"],
            "QUERY_STRING": urlencode(event.get("queryStringParameters") or {}),
            "SERVER_NAME": "lambda",
            "SERVER_PORT": "443",
            "wsgi.url_scheme": "https",
            "wsgi.input": io.BytesIO((event.get("body") or "").encode()),
        }
        answer = {}

        def start(status, headers, exc_info=None):
            answer.update(statusCode=int(status.split()[0]), headers=dict(headers))

        answer["body"] = b"".join(app(environ, start)).decode()
        return answer

    return handle
