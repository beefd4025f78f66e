import { type CloudEvent, cloudEvent } from '@google-cloud/functions-framework';

interface Published {
  message: { data: string };
}

cloudEvent('mirror', async (event: CloudEvent<Published>) => {
  const message = JSON.parse(Buffer.from(event.data?.message.data ?? '', 'base64').toString());
  const response = await fetch(message.source, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`The source answered ${response.status}`);
});
