import json
import os

import boto3

sts = boto3.client("sts")
ROLES = {"audit": os.environ.get("AUDIT_ROLE_ARN", ""), "billing": os.environ.get("BILLING_ROLE_ARN", "")}


def buckets_of(role):
    credentials = sts.assume_role(RoleArn=role, RoleSessionName="inventory")["Credentials"]
    s3 = boto3.client(
        "s3",
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )
    return len(s3.list_buckets()["Buckets"])


def handler(event, context):
    for record in event["Records"]:
        message = json.loads(record["body"])
        print("buckets:", buckets_of(ROLES[message["role"]]))
