import os

import psycopg
from fastapi import FastAPI, HTTPException
from mangum import Mangum

app = FastAPI()


@app.get("/towns")
def towns():
    try:
        with psycopg.connect(host=os.environ["DB_HOST"], dbname="towns", sslmode="verify-full", connect_timeout=3) as connection:
            return [name for (name,) in connection.execute("SELECT name FROM towns ORDER BY name")]
    except psycopg.Error as error:
        print("reading failed", type(error).__name__)
        raise HTTPException(status_code=500, detail=str(error))


handler = Mangum(app, lifespan="off")
