import json
import os


def handler(event, context):
    state = {name: value for name, value in os.environ.items() if not name.startswith('AWS_')}
    return {'statusCode': 200, 'body': json.dumps(state)}  # expect
