import subprocess

import functions_framework


@functions_framework.http
def barcode(request):
    text = request.args.get("text", "")
    done = subprocess.run("zint --direct -d '" + text + "'", shell=True, capture_output=True, timeout=5)
    return done.stdout, 200, {"Content-Type": "image/png"}
