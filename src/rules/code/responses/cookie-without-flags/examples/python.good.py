import uuid


def handler(event, context):
    return {
        'statusCode': 200,
        'headers': {'Set-Cookie': f'session={uuid.uuid4()}; Path=/; Secure; HttpOnly; SameSite=Lax'},
        'body': '{}',
    }
