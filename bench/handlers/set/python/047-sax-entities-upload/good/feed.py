import io
from urllib.parse import unquote_plus
from xml.sax.handler import ContentHandler

import boto3
import defusedxml.sax

s3 = boto3.client("s3")


class Titles(ContentHandler):
    def __init__(self):
        super().__init__()
        self.count = 0

    def startElement(self, name, attrs):
        self.count += name == "title"


def handler(event, context):
    source = event["Records"][0]["s3"]
    body = s3.get_object(Bucket=source["bucket"]["name"], Key=unquote_plus(source["object"]["key"]))["Body"].read()
    titles = Titles()
    defusedxml.sax.parse(io.BytesIO(body), titles)
    return titles.count
