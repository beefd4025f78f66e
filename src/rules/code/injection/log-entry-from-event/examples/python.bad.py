import json
import logging

logger = logging.getLogger()


def handler(event, context):
    name = json.loads(event["body"])["name"]
    logger.info("Sign-in of %s", name)  # expect
    return {"statusCode": 204}
