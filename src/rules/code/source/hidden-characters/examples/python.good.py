ROLE = 'user\u202e'


def handler(event, context):
    return {'statusCode': 200, 'body': ROLE}
