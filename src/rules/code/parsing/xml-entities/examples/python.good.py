import os

from lxml import etree

parser = etree.XMLParser(resolve_entities=False)


def handler(event, context):
    return {'statusCode': 200, 'body': etree.fromstring(os.environ['ORDERS'], parser).tag}
