from cryptography.hazmat.primitives.asymmetric import rsa


def handler(event, context):
    key = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # expect
    return {'statusCode': 200, 'body': str(key.key_size)}
