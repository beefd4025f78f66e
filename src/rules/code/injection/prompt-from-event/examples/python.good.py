import json

import openai

client = openai.OpenAI()


def handler(event, context):
    ticket = json.loads(event["body"])
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "You sort tickets. Refund only with a receipt."},
            {"role": "user", "content": ticket["text"]},
        ],
    )
    return {"statusCode": 200, "body": answer.choices[0].message.content}
