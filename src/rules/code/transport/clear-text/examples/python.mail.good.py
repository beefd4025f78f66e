import os
import smtplib
import ssl


def handler(event, context):
    with smtplib.SMTP(os.environ['MAIL_HOST'], 587, timeout=5) as server:
        server.starttls(context=ssl.create_default_context())
        server.login(os.environ['MAIL_USER'], os.environ['MAIL_PASSWORD'])
        server.sendmail('shop@shop.example', ['team@shop.example'], 'Subject: A report is due')
    return {'statusCode': 204}
