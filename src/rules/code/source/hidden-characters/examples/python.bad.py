ROLE = 'user‮ ⁦# only for users⁩ ⁦'  # expect


def handler(event, context):
    return {'statusCode': 200, 'body': ROLE}
