import os

from Crypto.Cipher import AES


def handler(event, context):
    cipher = AES.new(bytes.fromhex(os.environ['CIPHER_KEY']), AES.MODE_GCM, nonce=os.urandom(12))
    return {'statusCode': 200, 'body': cipher.encrypt(b'order').hex()}
