from flask import Flask, render_template_string, request

from .lambda_adapter import adapt

app = Flask(__name__)


@app.errorhandler(404)
def missing(error):
    section = request.args.get("section", "shop")
    return render_template_string(f"<h1>No page in {section}</h1>"), 404


handler = adapt(app)
