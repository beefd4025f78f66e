def wrap(app):
    """The smallest bridge from ASGI to WSGI that GET requests need."""

    async def run(scope, receive, send):
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": scope["path"],
            "QUERY_STRING": scope["query_string"].decode(),
            "SERVER_NAME": "lambda",
            "SERVER_PORT": "443",
            "wsgi.url_scheme": "https",
        }
        started = {}
        body = b"".join(app(environ, lambda status, headers, exc_info=None: started.update(status=status, headers=headers)))
        headers = [(name.lower().encode(), value.encode()) for name, value in started["headers"]]
        await send({"type": "http.response.start", "status": int(started["status"][:3]), "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return run
