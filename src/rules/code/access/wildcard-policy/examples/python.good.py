import json

import boto3

sts = boto3.client('sts')
POLICY = {
    'Version': '2012-10-17',
    'Statement': {
        'Effect': 'Allow',
        'Action': 's3:GetObject',
        'Resource': 'arn:aws:s3:::reports/daily/*',
    },
}


def handler(event, context):
    granted = sts.get_federation_token(Name='reports', Policy=json.dumps(POLICY), DurationSeconds=900)
    return {'expires': granted['Credentials']['Expiration'].isoformat()}
