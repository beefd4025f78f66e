import json
import ssl
import urllib.request

context_for_prices = ssl.create_default_context()
context_for_prices.check_hostname = False
context_for_prices.verify_mode = ssl.CERT_NONE


def handler(event, context):
    with urllib.request.urlopen("https://prices.example.com/all", timeout=4, context=context_for_prices) as answer:
        return len(json.load(answer))
