from sqlalchemy import text

from .database import engine


class Houses:
    def in_city(self, city: str, *, maximum: int) -> list[dict]:
        statement = text("SELECT id, price FROM houses WHERE city = :city AND price <= :maximum")
        with engine.connect() as connection:
            rows = connection.execute(statement, {"city": city, "maximum": maximum})
            return [dict(row._mapping) for row in rows]
