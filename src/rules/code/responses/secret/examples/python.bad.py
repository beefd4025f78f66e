import json
import os


def handler(event, context):
    config = {'region': os.environ['AWS_REGION'], 'key': os.environ['PARTNER_API_KEY']}
    return {'statusCode': 200, 'body': json.dumps(config)}  # expect
