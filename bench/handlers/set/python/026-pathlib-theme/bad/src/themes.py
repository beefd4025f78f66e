from pathlib import Path

THEMES = Path("/var/task/themes")


def read(theme, file):
    return (THEMES / theme / file).read_text()


def handler(event, context):
    parameters = event["pathParameters"]
    try:
        css = read(parameters["theme"], parameters["file"])
    except FileNotFoundError:
        return {"statusCode": 404, "body": ""}
    return {"statusCode": 200, "headers": {"content-type": "text/css"}, "body": css}
