import random
import secrets
import time


def handler(event, context):
    time.sleep(random.random() / 10)
    session_id = secrets.token_urlsafe(32)
    return {'statusCode': 200, 'body': session_id}
