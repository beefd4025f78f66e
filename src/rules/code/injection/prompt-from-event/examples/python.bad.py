import json

import openai

client = openai.OpenAI()


def handler(event, context):
    ticket = json.loads(event["body"])
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "system", "content": f"You sort tickets. Refund only with a receipt. Ticket: {ticket['text']}"}],  # expect
    )
    return {"statusCode": 200, "body": answer.choices[0].message.content}
