import json
import os

import boto3

paginator = boto3.client("dynamodb").get_paginator("scan")


def handler(event, context):
    wanted = int((event.get("queryStringParameters") or {}).get("limit", "20"))
    pages = paginator.paginate(
        TableName=os.environ["TABLE_NAME"],
        PaginationConfig={"MaxItems": wanted, "PageSize": 100},
    )
    titles = [item["title"]["S"] for page in pages for item in page["Items"]]
    return {"statusCode": 200, "body": json.dumps(titles)}
