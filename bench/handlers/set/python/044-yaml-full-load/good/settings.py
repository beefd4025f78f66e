from urllib.parse import unquote_plus

import boto3
import yaml

s3 = boto3.resource("s3")


def handler(event, context):
    names = []
    for record in event["Records"]:
        entry = s3.Object(record["s3"]["bucket"]["name"], unquote_plus(record["s3"]["object"]["key"]))
        text = entry.get()["Body"].read()
        names.extend(yaml.load(text, Loader=yaml.SafeLoader))
    return names
