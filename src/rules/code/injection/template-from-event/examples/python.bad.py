import json

from jinja2 import Environment

environment = Environment(autoescape=True)


def handler(event, context):
    letter = json.loads(event["body"])
    template = environment.from_string("Dear {{ name }},\n" + letter["text"])  # expect
    return {"statusCode": 200, "body": template.render(name=letter["name"])}
