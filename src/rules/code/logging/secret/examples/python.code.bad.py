import secrets


def handler(event, context):
    otp = str(secrets.randbelow(1_000_000))
    print('sent', otp)  # expect
    event['response']['privateChallengeParameters'] = {'code': otp}
    return event
