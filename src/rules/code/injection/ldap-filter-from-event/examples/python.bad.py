import os

from ldap3 import Connection, Server

connection = Connection(Server(os.environ["LDAP_HOST"], use_ssl=True), auto_bind=True)


def handler(event, context):
    user = event["queryStringParameters"]["user"]
    connection.search("ou=people,dc=example,dc=com", f"(uid={user})", attributes=["mail"])  # expect
    return {"statusCode": 200, "body": str(connection.entries)}
