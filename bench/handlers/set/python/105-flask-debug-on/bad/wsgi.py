from flask import Flask, jsonify

from adapter import adapt

app = Flask(__name__)
app.config["DEBUG"] = True


@app.get("/ping")
def ping():
    return jsonify(status="ok")


handler = adapt(app)
