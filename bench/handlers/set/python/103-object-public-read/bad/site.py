import os
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        source = {"Bucket": record["s3"]["bucket"]["name"], "Key": unquote_plus(record["s3"]["object"]["key"])}
        s3.copy_object(
            Bucket=os.environ["SITE_BUCKET"],
            Key=f"previews/{record['s3']['object']['eTag']}",
            CopySource=source,
            ACL="public-read",
        )
