import sqlite3

database = sqlite3.connect("/mnt/data/sensors.db")
database.execute("CREATE TABLE IF NOT EXISTS readings (device TEXT, celsius REAL)")


def handler(event, context):
    celsius = float(event["celsius"])
    database.execute("INSERT INTO readings VALUES (?, ?)", (event["device"], celsius))
    database.commit()
