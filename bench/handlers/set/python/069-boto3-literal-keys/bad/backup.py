import os

import boto3

client = boto3.client(
    "s3",
    aws_access_key_id="@@aws-access-key-id@@",
    aws_secret_access_key="@@aws-secret-access-key@@",
)


def handler(event, context):
    client.copy_object(
        Bucket=os.environ["ARCHIVE"],
        Key=f"backups/{event['id']}",
        CopySource={"Bucket": os.environ["SOURCE"], "Key": "latest"},
    )
