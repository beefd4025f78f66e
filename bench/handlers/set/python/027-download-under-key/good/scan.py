import os
import tempfile
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    with tempfile.TemporaryDirectory() as folder:
        for record in event["Records"]:
            bucket, key = record["s3"]["bucket"]["name"], unquote_plus(record["s3"]["object"]["key"])
            s3.download_file(bucket, key, f"{folder}/{os.path.basename(key)}")
        return {"files": len(os.listdir(folder))}
