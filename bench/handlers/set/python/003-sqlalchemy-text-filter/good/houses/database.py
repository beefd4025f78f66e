import os

from sqlalchemy import create_engine

engine = create_engine(
    f"postgresql+psycopg://houses@{os.environ['DB_HOST']}/houses",
    connect_args={"sslmode": "verify-full", "connect_timeout": 3},
    pool_size=1,
)
