import boto3

table = boto3.resource('dynamodb').Table('orders')


def handler(event, context):
    response = dict()
    try:
        table.delete_item(Key={'id': event['pathParameters']['id']})
        response['statusCode'] = 204
    except Exception as error:
        response['statusCode'] = 500
        response['body'] = str(error)  # expect
    return response
