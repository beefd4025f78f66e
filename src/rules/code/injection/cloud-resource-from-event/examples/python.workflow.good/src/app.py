import boto3

logs = boto3.client("logs")


def handler(event, context):
    task = logs.create_export_task(logGroupName=event["name"], fromTime=0, to=event["end"], destination="archive")
    return {"taskId": task["taskId"]}
