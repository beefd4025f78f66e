def handler(event, context):
    return {
        'statusCode': 200,
        'headers': {
            'Access-Control-Allow-Origin': event['headers']['origin'],  # expect
            'Access-Control-Allow-Credentials': 'true',
        },
        'body': '{}',
    }
