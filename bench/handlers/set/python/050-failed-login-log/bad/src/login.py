import json
import logging

import boto3

logger = logging.getLogger()
logger.setLevel(logging.INFO)
cognito = boto3.client("cognito-idp")


def handler(event, context):
    body = json.loads(event["body"])
    user, password = str(body["user"]), str(body["password"])
    try:
        answer = cognito.initiate_auth(
            AuthFlow="USER_PASSWORD_AUTH",
            ClientId="7example1client",
            AuthParameters={"USERNAME": user, "PASSWORD": password},
        )
    except cognito.exceptions.NotAuthorizedException:
        logger.warning("login of " + user + " failed")
        return {"statusCode": 401, "body": ""}
    return {"statusCode": 200, "body": json.dumps({"token": answer["AuthenticationResult"]["IdToken"]})}
