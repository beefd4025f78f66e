from io import BytesIO


def adapt(app):
    def run(event, context):
        environ = {
            "REQUEST_METHOD": event["requestContext"]["http"]["method"],
            "PATH_INFO": event["rawPath"],
            "QUERY_STRING": event.get("rawQueryString", ""),
            "SERVER_NAME": "api",
            "SERVER_PORT": "443",
            "wsgi.url_scheme": "https",
            "wsgi.input": BytesIO((event.get("body") or "").encode()),
        }
        state = {}

        def start_response(status, headers, exc_info=None):
            state.update(statusCode=int(status[:3]), headers=dict(headers))

        state["body"] = b"".join(app(environ, start_response)).decode()
        return state

    return run
