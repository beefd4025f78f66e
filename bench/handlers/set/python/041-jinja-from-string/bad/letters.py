from jinja2 import Environment

import boto3

ses = boto3.client("ses")
environment = Environment(autoescape=True)


def handler(event, context):
    detail = event["detail"]
    body = environment.from_string(detail["template"]).render(name=detail["name"])
    ses.send_email(
        Source="news@example.com",
        Destination={"ToAddresses": ["readers@example.com"]},
        Message={"Subject": {"Data": "News"}, "Body": {"Html": {"Data": body}}},
    )
