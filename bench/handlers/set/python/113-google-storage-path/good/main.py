import os
import tempfile

import functions_framework
from google.cloud import storage

client = storage.Client()


@functions_framework.cloud_event
def received(cloud_event):
    data = cloud_event.data
    blob = client.bucket(data["bucket"]).blob(data["name"])
    with tempfile.TemporaryDirectory() as folder:
        blob.download_to_filename(os.path.join(folder, os.path.basename(data["name"])))
        print("files:", len(os.listdir(folder)))
