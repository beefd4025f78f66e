import pymongo

client = pymongo.MongoClient('mongodb+srv://orders:{{random:alphanumeric:24}}@cluster0.shop.example/orders')  # expect


def handler(event, context):
    return {'statusCode': 200, 'body': str(client.orders.list_collection_names())}
