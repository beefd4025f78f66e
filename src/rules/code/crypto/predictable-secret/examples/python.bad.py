import random
import string


def generate_otp():
    return ''.join(random.choice(string.digits) for _ in range(6))  # expect


def handler(event, context):
    session_id = str(random.getrandbits(64))  # expect
    return {'statusCode': 200, 'body': session_id + str(len(generate_otp()))}
