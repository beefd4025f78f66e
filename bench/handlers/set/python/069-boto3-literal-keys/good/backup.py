import os

import boto3

client = boto3.client("s3")


def handler(event, context):
    client.copy_object(
        Bucket=os.environ["ARCHIVE"],
        Key=f"backups/{event['id']}",
        CopySource={"Bucket": os.environ["SOURCE"], "Key": "latest"},
    )
