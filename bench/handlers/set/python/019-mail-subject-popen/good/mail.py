import shlex
import subprocess


def speak(text):
    process = subprocess.Popen("espeak --stdout -- %s" % shlex.quote(text), shell=True)
    process.wait(timeout=10)


def handler(event, context):
    for record in event["Records"]:
        speak(record["ses"]["mail"]["commonHeaders"].get("subject", ""))
