import os
import subprocess

import boto3

s3 = boto3.client("s3")


def transcode(name, bitrate):
    subprocess.run(f"ffmpeg -i /tmp/in.wav -b:a {bitrate} /tmp/out.mp3", shell=True, check=True)  # expect
    os.system("mv /tmp/out.mp3 /tmp/" + name)  # expect


def handler(event, context):
    query = event["queryStringParameters"]
    transcode(query["name"], query.get("bitrate", "128k"))
    return {"statusCode": 200}
