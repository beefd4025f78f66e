import os

from Crypto.Cipher import AES, DES3


def handler(event, context):
    key = bytes.fromhex(os.environ['CIPHER_KEY'])
    first = DES3.new(key, DES3.MODE_CBC, os.urandom(8))  # expect
    second = AES.new(key, AES.MODE_ECB)  # expect
    return {'statusCode': 200, 'body': (first.encrypt(b'order') + second.encrypt(b'order')).hex()}
