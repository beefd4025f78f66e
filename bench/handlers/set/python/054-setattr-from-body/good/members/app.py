import json

from .models import Member, session


def handler(event, context):
    claims = event["requestContext"]["authorizer"]["claims"]
    changes = json.loads(event["body"])
    with session() as database:
        member = database.get(Member, claims["sub"])
        for name in ("display_name", "city"):
            if name in changes:
                setattr(member, name, str(changes[name])[:80])
        database.commit()
    return {"statusCode": 204, "body": ""}
