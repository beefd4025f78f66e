import json
import os

import boto3

ses = boto3.client("ses")


def handler(event, context):
    form = json.loads(event["body"])
    ses.send_email(
        Source=os.environ["SENDER"],
        Destination={"ToAddresses": [os.environ["SALES"]]},
        Message={
            "Subject": {"Data": "New request"},
            "Body": {"Html": {"Data": "<p>" + form["comment"] + "</p>"}},  # expect
        },
    )
    return {"statusCode": 202}
