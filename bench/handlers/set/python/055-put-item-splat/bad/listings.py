import json
import os
import uuid

import boto3
from pydantic import BaseModel, ConfigDict, Field

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


class Listing(BaseModel):
    model_config = ConfigDict(extra="allow")

    title: str = Field(max_length=120)
    price: int = Field(ge=0)


def handler(event, context):
    owner = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    listing = Listing.model_validate_json(event["body"])
    item = {"featured": False, "owner": owner, **listing.model_dump(), "id": str(uuid.uuid4())}
    table.put_item(Item=item)
    return {"statusCode": 201, "body": json.dumps({"id": item["id"]})}
