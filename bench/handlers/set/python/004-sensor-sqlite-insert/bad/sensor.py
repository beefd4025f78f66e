import sqlite3

database = sqlite3.connect("/mnt/data/sensors.db")
database.execute("CREATE TABLE IF NOT EXISTS readings (device TEXT, celsius REAL)")


def handler(event, context):
    celsius = float(event["celsius"])
    script = "INSERT INTO readings VALUES ('{}', {});".format(event["device"], celsius)
    database.executescript(script)
    database.commit()
