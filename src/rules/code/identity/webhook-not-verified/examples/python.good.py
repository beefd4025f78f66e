import os

import stripe


def handler(event, context):
    signature = event['headers']['stripe-signature']
    message = stripe.Webhook.construct_event(event['body'], signature, os.environ['STRIPE_HOOK'])
    if message['type'] == 'checkout.session.completed':
        return {'statusCode': 200, 'body': message['data']['object']['id']}
    return {'statusCode': 204}
