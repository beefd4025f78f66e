import os

import boto3

athena = boto3.client("athena")


def handler(event, context):
    country = event["detail"]["country"]
    started = athena.start_query_execution(
        QueryString=f"SELECT day, visits FROM visits WHERE country = '{country}'",
        QueryExecutionContext={"Database": "public_stats"},
        ResultConfiguration={"OutputLocation": f"s3://{os.environ['RESULT_BUCKET']}/daily/"},
    )
    return started["QueryExecutionId"]
