import statistics

STEPS = {"mean": statistics.mean, "median": statistics.median, "mode": statistics.mode}


def handler(event, context):
    detail = event["detail"]
    values = [float(value) for value in detail["values"]]
    step = STEPS.get(detail["code"])
    if step is None:
        raise ValueError("unknown step")
    return step(values)
