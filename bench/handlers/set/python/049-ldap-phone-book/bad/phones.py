import json
import os

from ldap3 import Connection, Server


def handler(event, context):
    who = event["queryStringParameters"]["who"]
    query = "(&(objectClass=person)(uid=" + who + "))"
    server = Server(os.environ["LDAP_HOST"], port=636, use_ssl=True, connect_timeout=3)
    with Connection(server, auto_bind=True, receive_timeout=5) as connection:
        connection.search("ou=people,dc=example,dc=com", query, attributes=["telephoneNumber"])
        return {"statusCode": 200, "body": json.dumps([str(entry.telephoneNumber) for entry in connection.entries])}
