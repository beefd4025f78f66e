import secrets
from http.cookies import SimpleCookie


def handler(event, context):
    jar = SimpleCookie()
    jar['session'] = secrets.token_urlsafe(32)  # expect
    jar['session']['path'] = '/'
    jar['session']['secure'] = False
    return {'statusCode': 204, 'headers': {'Set-Cookie': jar['session'].OutputString()}}
