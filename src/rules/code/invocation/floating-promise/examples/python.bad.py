import asyncio

import httpx


async def count(client, post):
    await client.post('https://counts.shop.example/v1', json={'post': post})


async def show(post):
    async with httpx.AsyncClient() as client:
        asyncio.create_task(count(client, post))  # expect
    return {'statusCode': 204}


def handler(event, context):
    return asyncio.run(show(event['pathParameters']['id']))
