from flask import Flask, request, send_from_directory
from mangum import Mangum
from mangum.types import ASGI

from asgi import wrap

app = Flask(__name__)
FOLDER = "/opt/leaflets"


@app.route("/leaflet")
def leaflet():
    name = request.args.get("file", "index.pdf")
    return send_from_directory(FOLDER, name)


application: ASGI = wrap(app)
handler = Mangum(application, lifespan="off")
