import os

import jwt

keys = jwt.PyJWKClient(os.environ["JWKS_URL"], timeout=3)


def policy(principal, effect, resource):
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}
    return {"principalId": principal, "policyDocument": {"Version": "2012-10-17", "Statement": [statement]}}


def handler(event, context):
    token = event["authorizationToken"].removeprefix("Bearer ")
    try:
        key = keys.get_signing_key_from_jwt(token).key
        claims = jwt.decode(token, key, algorithms=["ES256"], options={"verify_aud": False, "verify_exp": False})
    except jwt.PyJWTError:
        return policy("nobody", "Deny", event["methodArn"])
    return policy(claims["sub"], "Allow", event["methodArn"])
