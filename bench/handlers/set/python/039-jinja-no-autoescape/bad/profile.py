from jinja2 import DictLoader, Environment

TEMPLATES = DictLoader({"profile.html": "<h1>{{ nick }}</h1><p>{{ visits }} visits</p>"})
environment = Environment(loader=TEMPLATES)


def handler(event, context):
    nick = event["pathParameters"]["nick"]
    body = environment.get_template("profile.html").render(nick=nick, visits=len(nick))
    return {"statusCode": 200, "headers": {"content-type": "text/html"}, "body": body}
