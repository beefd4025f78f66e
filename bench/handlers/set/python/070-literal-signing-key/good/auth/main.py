import os
from datetime import datetime, timedelta, timezone

import jwt
from fastapi import Depends, FastAPI
from fastapi.security import HTTPBasic, HTTPBasicCredentials
from mangum import Mangum

from .users import verify

app = FastAPI()
basic = HTTPBasic()
SIGNING_KEY = os.environ["SIGNING_KEY"]


@app.post("/token")
def token(credentials: HTTPBasicCredentials = Depends(basic)):
    verify(credentials.username, credentials.password)
    now = datetime.now(timezone.utc)
    claims = {"sub": credentials.username, "iat": now, "exp": now + timedelta(minutes=10), "aud": "shop", "iss": "auth"}
    return {"token": jwt.encode(claims, SIGNING_KEY, algorithm="HS256")}


handler = Mangum(app, lifespan="off")
