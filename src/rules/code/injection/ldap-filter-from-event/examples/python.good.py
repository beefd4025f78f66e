import os

from ldap3 import Connection, Server
from ldap3.utils.conv import escape_filter_chars

connection = Connection(Server(os.environ["LDAP_HOST"], use_ssl=True), auto_bind=True)


def handler(event, context):
    user = escape_filter_chars(event["queryStringParameters"]["user"])
    connection.search("ou=people,dc=example,dc=com", f"(uid={user})", attributes=["mail"])
    return {"statusCode": 200, "body": str(connection.entries)}
