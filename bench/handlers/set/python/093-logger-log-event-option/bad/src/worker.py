from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response

logger = Logger(service="worker")
processor = BatchProcessor(event_type=EventType.SQS)


def one(record):
    logger.info("message", extra={"message_id": record.message_id})


@logger.inject_lambda_context(log_event=True)
def handler(event, context):
    return process_partial_response(event=event, record_handler=one, processor=processor, context=context)
