import json
import os
import smtplib
from email.message import EmailMessage

import boto3

NAMESPACE = "http://www.w3.org/2005/Atom"
secrets = boto3.client("secretsmanager")


def handler(event, context):
    secret = json.loads(secrets.get_secret_value(SecretId=os.environ["MAIL_SECRET_ARN"])["SecretString"])
    message = EmailMessage()
    message["From"], message["To"] = "site@example.com", "team@example.com"
    message["Subject"] = "A report is due"
    message.set_content(f"See the feed ({NAMESPACE}).")
    with smtplib.SMTP(os.environ["MAIL_HOST"], 587, timeout=5) as server:
        server.login(secret["user"], secret["password"])
        server.send_message(message)
