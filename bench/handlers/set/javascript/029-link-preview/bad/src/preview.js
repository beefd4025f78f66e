const titleOf = (html) => /<title>([^<]{0,200})<\/title>/i.exec(html)?.[1] ?? '';

export const handler = async (event) => {
  const { url } = JSON.parse(event.body);
  const page = await fetch(url, { signal: AbortSignal.timeout(3000), redirect: 'error' });
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: titleOf(await page.text()) }),
  };
};
