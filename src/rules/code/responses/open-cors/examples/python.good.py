PAGES = ['https://www.shop.example', 'https://admin.shop.example']


def handler(event, context):
    origin = event['headers']['origin']
    if origin not in PAGES:
        return {'statusCode': 403}
    headers = {'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true'}
    return {'statusCode': 200, 'headers': headers, 'body': '{}'}
