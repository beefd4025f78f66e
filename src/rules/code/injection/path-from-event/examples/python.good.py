import base64
import json
import os
import uuid


def handler(event, context):
    upload = json.loads(event["body"])
    name = os.path.basename(upload["name"])
    with open(os.path.join("/tmp/uploads", name), "wb") as file:
        file.write(base64.b64decode(upload["content"]))
    os.remove("/tmp/drafts/" + upload["draft"].split("/")[-1])
    with open(f"/tmp/uploads/{uuid.uuid4()}.json", "w") as file:
        json.dump({"name": upload["name"]}, file)
    return {"statusCode": 201}
