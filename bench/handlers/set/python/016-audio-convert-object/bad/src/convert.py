import os
from urllib.parse import unquote_plus


def handler(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"])
        source = f"s3://{bucket}/{key}"
        os.system(f"/opt/bin/sox '{source}' -n stat")
