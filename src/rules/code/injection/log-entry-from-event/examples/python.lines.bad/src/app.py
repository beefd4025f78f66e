import json
import urllib.parse


def handler(event, context):
    # The format of the log is that of `logging`; what is printed stays as it is.
    print("Page: " + urllib.parse.unquote(event["pathParameters"]["page"]))  # expect
    return {"statusCode": 200, "body": json.dumps({})}
