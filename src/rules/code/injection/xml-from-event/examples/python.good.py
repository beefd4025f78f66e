import defusedxml.ElementTree
from lxml import etree


def handler(event, context):
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    invoice = etree.fromstring(event["body"], parser)
    address = defusedxml.ElementTree.fromstring(event["body"])
    return {"statusCode": 200, "body": invoice.findtext("total") + address.findtext("city")}
