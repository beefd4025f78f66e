import shutil


def handler(event, context):
    arguments = event["arguments"]
    task = getattr(shutil, arguments["operation"])
    return str(task(arguments["target"]))
