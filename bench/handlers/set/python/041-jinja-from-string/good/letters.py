from jinja2 import Environment, select_autoescape

import boto3

ses = boto3.client("ses")
environment = Environment(autoescape=select_autoescape(default=True))
LETTERS = {"welcome": "<p>Welcome, {{ name }}!</p>", "goodbye": "<p>Goodbye, {{ name }}!</p>"}


def handler(event, context):
    detail = event["detail"]
    body = environment.from_string(LETTERS[detail["template"]]).render(name=detail["name"])
    ses.send_email(
        Source="news@example.com",
        Destination={"ToAddresses": ["readers@example.com"]},
        Message={"Subject": {"Data": "News"}, "Body": {"Html": {"Data": body}}},
    )
