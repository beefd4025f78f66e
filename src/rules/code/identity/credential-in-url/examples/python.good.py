import os

import pymongo

client = pymongo.MongoClient(os.environ['MONGODB_URI'])


def handler(event, context):
    return {'statusCode': 200, 'body': str(client.orders.list_collection_names())}
