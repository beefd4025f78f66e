import json
import os


def handler(event, context):
    state = {"version": os.environ["AWS_LAMBDA_FUNCTION_VERSION"], "region": os.environ["AWS_REGION"]}
    state["configured"] = sorted(name for name in ("DB_HOST", "API_TOKEN") if name in os.environ)
    return {"statusCode": 200, "body": json.dumps(state)}
