import os

from fastapi import FastAPI
from mangum import Mangum
from sqlalchemy import create_engine, text

app = FastAPI()
engine = create_engine(
    f"postgresql+psycopg://reader@{os.environ['DB_HOST']}/museum",
    connect_args={"sslmode": "verify-full", "connect_timeout": 3},
)


@app.get("/halls/{hall}/exhibits")
def exhibits(hall: int):
    with engine.connect() as connection:
        rows = connection.execute(text(f"SELECT name FROM exhibits WHERE hall = {hall}"))
        return [name for (name,) in rows]


handler = Mangum(app, lifespan="off")
