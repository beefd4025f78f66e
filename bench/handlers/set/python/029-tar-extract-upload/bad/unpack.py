import io
import tarfile
import tempfile
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    source = event["Records"][0]["s3"]
    packed = s3.get_object(Bucket=source["bucket"]["name"], Key=unquote_plus(source["object"]["key"]))["Body"].read()
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="fully_trusted")
        return {"members": len(archive.getmembers())}
