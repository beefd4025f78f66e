import json
import os


def handler(event, context):
    state = {"version": os.environ["AWS_LAMBDA_FUNCTION_VERSION"], "region": os.environ["AWS_REGION"]}
    state["configuration"] = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return {"statusCode": 200, "body": json.dumps(state)}
