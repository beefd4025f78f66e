import os

import boto3

s3 = boto3.client('s3')


def handler(event, context):
    params = {'Bucket': os.environ['BUCKET'], 'Key': 'invoice.pdf'}
    url = s3.generate_presigned_url('get_object', Params=params, ExpiresIn=900)
    return {'statusCode': 200, 'body': url}
