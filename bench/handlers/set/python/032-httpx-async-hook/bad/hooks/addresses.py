from urllib.parse import urlsplit


def checked(address):
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        raise ValueError("not an address for hooks")
    return address
