import { type CloudEvent, cloudEvent } from '@google-cloud/functions-framework';

interface Published {
  message: { data: string };
}

const SOURCES: Record<string, string> = {
  news: 'https://news.example.com/latest.json',
  sport: 'https://sport.example.com/latest.json',
};

cloudEvent('mirror', async (event: CloudEvent<Published>) => {
  const message = JSON.parse(Buffer.from(event.data?.message.data ?? '', 'base64').toString());
  const source = SOURCES[String(message.source)];
  if (source === undefined) throw new RangeError('no such source');
  const response = await fetch(source, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`The source answered ${response.status}`);
});
