import json
from pathlib import Path

from lxml import etree

staff = etree.fromstring(Path(__file__).with_name("staff.xml").read_bytes())


def handler(event, context):
    name = (event.get("queryStringParameters") or {}).get("name", "")
    found = staff.xpath(f"//person[@name='{name}']/room/text()")
    return {"statusCode": 200, "body": json.dumps([str(room) for room in found])}
