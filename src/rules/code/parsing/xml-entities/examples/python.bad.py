from lxml import etree

parser = etree.XMLParser(resolve_entities=True)  # expect


def handler(event, context):
    return {'statusCode': 200, 'body': etree.fromstring(event['body'], parser).tag}
