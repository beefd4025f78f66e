import os

import requests

API_TOKEN = os.environ["API_TOKEN"]
SECRET_NAME = "shop/prod/api-token"
PASSWORD_POLICY = "8-characters-1-digit"
BUILD_KEY = "6f1ed002ab5595859014ebf0951522d9"  # of a cache


def handler(event, context):
    next_token = event.get("next_token")
    return requests.get("https://api.shop.internal/orders", headers={"X-Token": API_TOKEN}, timeout=5).json()
