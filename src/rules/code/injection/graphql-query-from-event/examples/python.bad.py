import json
import os

from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport

client = Client(transport=RequestsHTTPTransport(url=os.environ["API_URL"], timeout=5))


def handler(event, context):
    order = event["pathParameters"]["id"]
    result = client.execute(gql('mutation { cancel(id: "%s") { state } }' % order))  # expect
    return {"statusCode": 200, "body": json.dumps(result)}
