LINKS = {"docs": "https://docs.example.com/start", "shop": "https://shop.example.com/"}
