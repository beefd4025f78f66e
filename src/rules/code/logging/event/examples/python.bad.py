import json

from aws_lambda_powertools import Logger

logger = Logger()


@logger.inject_lambda_context(log_event=True)  # expect
def handler(event, context):
    print(json.dumps(event))  # expect
    return {'statusCode': 204}
