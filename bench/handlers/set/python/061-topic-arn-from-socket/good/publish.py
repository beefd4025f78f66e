import json
import os

import boto3

sns = boto3.client("sns")


def handler(event, context):
    body = json.loads(event["body"])
    sns.publish(
        TopicArn=os.environ["NEWS_TOPIC_ARN"],
        Message=json.dumps({"text": str(body["text"])}),
    )
    return {"statusCode": 200}
