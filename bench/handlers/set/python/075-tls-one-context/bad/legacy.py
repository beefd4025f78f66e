import ssl
from http.client import HTTPSConnection

context_for_legacy = ssl.create_default_context()
context_for_legacy.minimum_version = ssl.TLSVersion.TLSv1


def handler(event, context):
    connection = HTTPSConnection("legacy.example.com", timeout=4, context=context_for_legacy)
    connection.request("GET", "/export")
    return connection.getresponse().status
