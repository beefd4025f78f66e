import os

from pymongo import MongoClient

games = MongoClient(f"mongodb+srv://{os.environ['MONGO_HOST']}", serverSelectionTimeoutMS=3000).chess.games


def handler(event, context):
    player = event["arguments"]["player"]
    query = {"$where": f"this.white == '{player}' || this.black == '{player}'"}
    return [{"id": str(game["_id"]), "result": game["result"]} for game in games.find(query).limit(50)]
