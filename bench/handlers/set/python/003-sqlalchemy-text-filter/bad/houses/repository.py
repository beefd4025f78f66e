from sqlalchemy import text

from .database import engine


class Houses:
    def in_city(self, city: str, *, maximum: int) -> list[dict]:
        statement = text("SELECT id, price FROM houses WHERE city = '%s' AND price <= %d" % (city, maximum))
        with engine.connect() as connection:
            rows = connection.execute(statement)
            return [dict(row._mapping) for row in rows]
