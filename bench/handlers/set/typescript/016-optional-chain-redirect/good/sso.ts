import type { ALBEvent, ALBResult } from 'aws-lambda';

const HOME = '/welcome';

/** Only a path of this site: one slash at the start and neither a second one nor a backslash after it. */
const isLocal = (path: string): boolean => /^\/(?![/\\])[\w\-./]*$/.test(path);

export const handler = async (event: ALBEvent): Promise<ALBResult> => {
  const back = event.queryStringParameters?.back?.trim() ?? HOME;
  const location = isLocal(decodeURIComponent(back)) ? decodeURIComponent(back) : HOME;
  return { statusCode: 302, statusDescription: '302 Found', headers: { location } };
};
