import os

from sqlalchemy import Boolean, Column, String, create_engine
from sqlalchemy.orm import declarative_base, sessionmaker

Base = declarative_base()
engine = create_engine(
    f"postgresql+psycopg://members@{os.environ['DB_HOST']}/members",
    connect_args={"sslmode": "verify-full", "connect_timeout": 3},
)
session = sessionmaker(engine)


class Member(Base):
    __tablename__ = "members"

    sub = Column(String, primary_key=True)
    display_name = Column(String)
    city = Column(String)
    staff = Column(Boolean, default=False)
