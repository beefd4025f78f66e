import boto3
from fastapi import HTTPException

cognito = boto3.client("cognito-idp")


def verify(name, password):
    parameters = {"USERNAME": name, "PASSWORD": password}
    try:
        cognito.initiate_auth(AuthFlow="USER_PASSWORD_AUTH", ClientId="7example1client", AuthParameters=parameters)
    except cognito.exceptions.NotAuthorizedException:
        raise HTTPException(401) from None
