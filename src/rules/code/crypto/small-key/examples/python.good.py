from cryptography.hazmat.primitives.asymmetric import rsa


def handler(event, context):
    key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    return {'statusCode': 200, 'body': str(key.key_size)}
