"""Transforms SAM templates with AWS's own translator, as an oracle for our lowering. Development only.

    python3 -m venv /tmp/samvenv && /tmp/samvenv/bin/pip install aws-sam-translator
    find CORPUS -name '*.y*ml' | /tmp/samvenv/bin/python tools/oracle/sam.py > /tmp/oracle.jsonl

Reads paths from standard input; writes one JSON object per template: its path, and the transformed template or the error.
Local paths of code are replaced by an S3 address first, as `sam package` does.
"""

import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from samtranslator.model.exceptions import InvalidDocumentException  # noqa: E402
from samtranslator.parser.parser import Parser  # noqa: E402
from samtranslator.translator.translator import Translator  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402

PACKAGED = "s3://leastwise/local"
LOCATIONS = {
    "AWS::Serverless::Function": ["CodeUri"],
    "AWS::Serverless::LayerVersion": ["ContentUri"],
    "AWS::Serverless::Api": ["DefinitionUri"],
    "AWS::Serverless::HttpApi": ["DefinitionUri"],
    "AWS::Serverless::StateMachine": ["DefinitionUri"],
    "AWS::Serverless::GraphQLApi": ["SchemaUri"],
}


def is_local(value):
    return isinstance(value, str) and not value.startswith("s3://")


def package(template):
    for section, names in LOCATIONS.items():
        shared = (template.get("Globals") or {}).get(section.split("::")[-1]) or {}
        for name in names:
            if is_local(shared.get(name)):
                shared[name] = PACKAGED
    shared = (template.get("Globals") or {}).get("Function") or {}
    for resource in (template.get("Resources") or {}).values():
        if not isinstance(resource, dict):
            continue
        properties = resource.get("Properties")
        kind = resource.get("Type")
        if kind == "AWS::Serverless::Application" and is_local((properties or {}).get("Location")):
            properties["Location"] = "https://leastwise.example/local"
        if not isinstance(properties, dict):
            continue
        for name in LOCATIONS.get(kind, []):
            if is_local(properties.get(name)):
                properties[name] = PACKAGED
        # `sam build` fills these in for what is built from the folder of the template.
        if kind == "AWS::Serverless::Function":
            if (properties.get("PackageType") or shared.get("PackageType")) == "Image":
                properties.setdefault("ImageUri", "leastwise/local")
            elif not any(key in properties or key in shared for key in ("CodeUri", "InlineCode")):
                properties["CodeUri"] = PACKAGED


def transform(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    if "AWS::Serverless" not in text:
        return None
    try:
        template = yaml_parse(text)
    except Exception as error:  # noqa: BLE001
        return {"path": path, "error": "parse: " + str(error).split("\n")[0]}
    if not isinstance(template, dict) or not isinstance(template.get("Resources"), dict):
        return None
    try:
        package(template)
        template = json.loads(json.dumps(template, default=str))
        return {"path": path, "output": Translator({}, Parser()).translate(template, {})}
    except InvalidDocumentException as error:
        return {"path": path, "error": " | ".join(cause.message for cause in error.causes)}
    except Exception as error:  # noqa: BLE001
        return {"path": path, "error": type(error).__name__ + ": " + str(error)}


for line in sys.stdin:
    result = transform(line.strip())
    if result:
        print(json.dumps(result, default=str))
