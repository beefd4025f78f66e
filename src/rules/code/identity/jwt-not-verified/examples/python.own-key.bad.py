import os

import requests
from jose import jwt


def handler(event, context):
    token = event["headers"]["authorization"]
    pool = jwt.get_unverified_claims(token)["iss"].split("/")[-1]
    address = f"https://cognito-idp.eu-west-1.amazonaws.com/{pool}/.well-known/jwks.json"
    keys = requests.get(address, timeout=3).json()  # expect
    claims = jwt.decode(token, keys, algorithms=["RS256"], audience=os.environ["APPLICATION"])
    return {"statusCode": 200, "body": claims["sub"]}
