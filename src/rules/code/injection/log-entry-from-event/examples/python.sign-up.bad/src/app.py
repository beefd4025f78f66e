def handler(event, context):
    print("Signed up through " + event["request"]["clientMetadata"]["campaign"])  # expect
    return event
