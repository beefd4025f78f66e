import json

from jinja2 import Environment
from jinja2.sandbox import SandboxedEnvironment

environment = Environment(autoescape=True)
sandbox = SandboxedEnvironment()
LETTER = environment.from_string("Dear {{ name }},\n{{ text }}")


def handler(event, context):
    letter = json.loads(event["body"])
    own = sandbox.from_string(letter["footer"]).render()
    return {"statusCode": 200, "body": LETTER.render(name=letter["name"], text=letter["text"]) + own}
