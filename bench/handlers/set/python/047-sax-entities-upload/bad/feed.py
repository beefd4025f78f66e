import io
import xml.sax
from urllib.parse import unquote_plus
from xml.sax.handler import ContentHandler, feature_external_ges

import boto3

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
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    parser.setContentHandler(titles)
    parser.parse(io.BytesIO(body))
    return titles.count
