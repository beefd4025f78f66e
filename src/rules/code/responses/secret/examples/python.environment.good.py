import json
import os


def handler(event, context):
    state = {name: value for name, value in os.environ.items() if name.startswith('PUBLIC_')}
    names = sorted(name for name, _value in os.environ.items())
    return {'statusCode': 200, 'body': json.dumps({'state': state, 'names': names})}
