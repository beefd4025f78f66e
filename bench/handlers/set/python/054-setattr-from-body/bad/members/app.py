import json

from .models import Member, session


def handler(event, context):
    claims = event["requestContext"]["authorizer"]["claims"]
    changes = json.loads(event["body"])
    with session() as database:
        member = database.get(Member, claims["sub"])
        for name, value in changes.items():
            setattr(member, name, value)
        database.commit()
    return {"statusCode": 204, "body": ""}
