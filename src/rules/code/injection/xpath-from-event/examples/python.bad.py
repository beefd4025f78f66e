from lxml import etree

USERS = etree.parse("users.xml")


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    found = USERS.xpath("//user[name/text()='" + name + "']")  # expect
    return {"statusCode": 200 if found else 404}
