import os

from lxml import etree

parser = etree.XMLParser(resolve_entities=False)
trusting = etree.XMLParser(resolve_entities=True)


def handler(event, context):
    orders = etree.fromstring(os.environ['ORDERS'], trusting)
    return {'statusCode': 200, 'body': etree.fromstring(event['body'], parser).tag + orders.tag}
