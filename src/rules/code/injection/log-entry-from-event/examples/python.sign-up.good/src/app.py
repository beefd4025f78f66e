def handler(event, context):
    print("Signed up: " + event["userName"])
    print("Mail goes to " + event["request"]["userAttributes"]["email"])
    return event
