import ast
import json
import operator

OPERATORS = {"<": operator.lt, ">": operator.gt, "=": operator.eq}


def handler(event, context):
    rule = json.loads(event["body"])
    compare = OPERATORS[rule["operator"]]
    limits = ast.literal_eval(event["queryStringParameters"]["limits"])
    return {"statusCode": 200, "body": json.dumps({"matched": compare(limits[0], rule["value"])})}
