import json
import logging

logger = logging.getLogger()


def handler(event, context):
    body = json.loads(event["body"])
    logger.info(json.dumps({"message": "Sign-in", "name": body["name"]}))
    logger.info("Attempts: %d", int(body["attempts"]))
    return {"statusCode": 204}
