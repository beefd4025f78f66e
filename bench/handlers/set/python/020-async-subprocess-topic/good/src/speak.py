import asyncio
import json

VOICES = {"anna": "de-anna", "george": "en-george"}


async def speak(message):
    number = int(message["number"])
    voice = VOICES[message["voice"]]
    command = f"espeak -v {voice} {number}"
    process = await asyncio.create_subprocess_shell(command, stdout=asyncio.subprocess.DEVNULL)
    await asyncio.wait_for(process.wait(), timeout=5)


async def everything(records):
    await asyncio.gather(*(speak(json.loads(record["Sns"]["Message"])) for record in records))


def handler(event, context):
    asyncio.run(everything(event["Records"]))
