import json
import os
import uuid

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    owner = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    key = f"{owner}/{uuid.uuid4()}"
    form = s3.generate_presigned_post(os.environ["UPLOAD_BUCKET"], key, ExpiresIn=120)
    print("upload form", form)
    return {"statusCode": 200, "body": json.dumps(form)}
