import json
import os

import redis

store = redis.Redis(host=os.environ["REDIS_HOST"], ssl=True, socket_timeout=3, socket_connect_timeout=2)
ADD = "return redis.call('ZINCRBY', KEYS[1], ARGV[1], ARGV[2])"


def handler(event, context):
    for record in event["Records"]:
        score = json.loads(record["Sns"]["Message"])
        store.eval(ADD, 1, "board", int(score["points"]), str(score["player"]))
