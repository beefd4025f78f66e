from aws_lambda_powertools import Logger

logger = Logger()


@logger.inject_lambda_context
def handler(event, context):
    logger.info('order %s', event['pathParameters']['id'])
    logger.debug(event)
    return {'statusCode': 204}
