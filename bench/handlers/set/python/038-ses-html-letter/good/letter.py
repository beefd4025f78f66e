import json
from string import Template

import boto3
from markupsafe import escape

ses = boto3.client("ses")
LETTER = Template("<h1>Feedback</h1><p>$text</p>")


def handler(event, context):
    for record in event["Records"]:
        body = json.loads(record["body"])
        letter = LETTER.substitute(text=escape(body["text"]))
        ses.send_email(
            Source="site@example.com",
            Destination={"ToAddresses": ["team@example.com"]},
            Message={"Subject": {"Data": "Feedback"}, "Body": {"Html": {"Data": letter}}},
        )
