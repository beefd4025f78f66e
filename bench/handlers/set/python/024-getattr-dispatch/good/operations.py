import shutil

TASKS = {"usage": shutil.disk_usage}


def handler(event, context):
    arguments = event["arguments"]
    task = TASKS[arguments["operation"]]
    return str(task("/mnt"))
