import os
import re

import boto3

athena = boto3.client("athena")
COUNTRY = re.compile(r"[A-Z]{2}")


def handler(event, context):
    country = event["detail"]["country"]
    if not COUNTRY.fullmatch(country):
        raise ValueError("not a country")
    started = athena.start_query_execution(
        QueryString=f"SELECT day, visits FROM visits WHERE country = '{country}'",
        QueryExecutionContext={"Database": "public_stats"},
        ResultConfiguration={"OutputLocation": f"s3://{os.environ['RESULT_BUCKET']}/daily/"},
    )
    return started["QueryExecutionId"]
