import os

from Crypto.Cipher import AES


def handler(event, context):
    iv = os.urandom(16)
    cipher = AES.new(bytes.fromhex(os.environ['CIPHER_KEY']), AES.MODE_CBC, iv)
    return {'statusCode': 200, 'body': (iv + cipher.encrypt(b'order')).hex()}
