from lxml import etree


def handler(event, context):
    parser = etree.XMLParser(resolve_entities=True, load_dtd=True)
    invoice = etree.fromstring(event["body"], parser)  # expect
    return {"statusCode": 200, "body": invoice.findtext("total")}
