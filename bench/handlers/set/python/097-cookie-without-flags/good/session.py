import secrets
from http.cookies import SimpleCookie


def cookie(value):
    jar = SimpleCookie()
    jar["session"] = value
    jar["session"]["path"] = "/"
    jar["session"]["secure"] = True
    jar["session"]["httponly"] = True
    jar["session"]["samesite"] = "Lax"
    return jar["session"].OutputString()


def handler(event, context):
    return {
        "statusCode": 204,
        "statusDescription": "204 No Content",
        "headers": {"Set-Cookie": cookie(secrets.token_urlsafe(32))},
        "body": "",
    }
