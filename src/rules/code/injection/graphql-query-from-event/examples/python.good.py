import json
import os

from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport

client = Client(transport=RequestsHTTPTransport(url=os.environ["API_URL"], timeout=5))
CANCEL = gql("mutation Cancel($id: ID!) { cancel(id: $id) { state } }")


def handler(event, context):
    result = client.execute(CANCEL, variable_values={"id": event["pathParameters"]["id"]})
    return {"statusCode": 200, "body": json.dumps(result)}
