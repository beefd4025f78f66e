import json

from lxml import etree

PARSER = etree.XMLParser(resolve_entities=True, no_network=False, load_dtd=True)


def handler(event, context):
    document = etree.fromstring(event["body"].encode(), parser=PARSER)
    total = document.findtext("total", default="0")
    return {"statusCode": 200, "body": json.dumps({"total": float(total)})}
