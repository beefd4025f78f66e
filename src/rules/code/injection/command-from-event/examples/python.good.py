import shlex
import subprocess


def handler(event, context):
    query = event["queryStringParameters"]
    subprocess.run(["ffmpeg", "-i", "/tmp/in.wav", "-b:a", query["bitrate"], "/tmp/out.mp3"], check=True)
    subprocess.run(f"exiftool -title={shlex.quote(query['title'])} /tmp/out.mp3", shell=True, check=True)
    subprocess.run("sox /tmp/out.mp3 /tmp/cut.mp3 trim 0 %d" % int(query["seconds"]), shell=True, check=True)
    return {"statusCode": 200}
