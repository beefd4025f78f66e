import base64
import io
import json
import os
import tempfile
import zipfile

LIMIT = 10_000_000


def unpack(packed, folder):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            target = os.path.join(folder, os.path.basename(member.filename))
            if member.file_size > LIMIT:
                raise ValueError("too large")
            with archive.open(member) as source, open(target, "wb") as copy:
                copy.write(source.read(10_000_000))


def handler(event, context):
    for record in event["Records"]:
        with tempfile.TemporaryDirectory() as folder:
            unpack(base64.b64decode(json.loads(record["body"])["archive"]), folder)
