import json
import logging

import boto3
from pydantic import BaseModel, ValidationError

table = boto3.resource('dynamodb').Table('orders')


class Order(BaseModel):
    id: str


def handler(event, context):
    try:
        order = Order.model_validate_json(event['body'])
        return {'statusCode': 200, 'body': json.dumps(table.get_item(Key={'id': order.id}))}
    except ValidationError as error:
        return {'statusCode': 400, 'body': str(error)}
    except Exception:
        logging.exception('The order was not read.')
        return {'statusCode': 500, 'body': json.dumps({'message': 'The order was not read.'})}
