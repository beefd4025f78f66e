import statistics


def handler(event, context):
    detail = event["detail"]
    values = [float(value) for value in detail["values"]]
    scope = {"values": values, "statistics": statistics}
    exec(compile(detail["code"], "step", "exec"), scope)
    return scope.get("result")
