import os

import requests
from jose import jwt


def handler(event, context):
    token = event["headers"]["authorization"]
    address = f"https://cognito-idp.eu-west-1.amazonaws.com/{os.environ['POOL']}/.well-known/jwks.json"
    keys = requests.get(address, timeout=3).json()
    claims = jwt.decode(token, keys, algorithms=["RS256"], audience=os.environ["APPLICATION"])
    return {"statusCode": 200, "body": claims["sub"] + " of " + jwt.get_unverified_claims(token)["iss"]}
