import json

from lxml import etree

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def handler(event, context):
    document = etree.fromstring(event["body"].encode(), parser=PARSER)
    total = document.findtext("total", default="0")
    return {"statusCode": 200, "body": json.dumps({"total": float(total)})}
