import os

from Crypto.Cipher import AES


def handler(event, context):
    key = bytes.fromhex(os.environ['CIPHER_KEY'])
    cipher = AES.new(key, AES.MODE_CBC, b'0123456789abcdef')  # expect
    other = AES.new(key, AES.MODE_CBC, iv=b'\0' * 16)  # expect
    return {'statusCode': 200, 'body': (cipher.encrypt(b'order') + other.encrypt(b'order')).hex()}
