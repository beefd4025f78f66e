import type { ALBEvent, ALBResult } from 'aws-lambda';

const HOME = '/welcome';

export const handler = async (event: ALBEvent): Promise<ALBResult> => {
  const back = event.queryStringParameters?.back?.trim() ?? HOME;
  const location = decodeURIComponent(back);
  return { statusCode: 302, statusDescription: '302 Found', headers: { location } };
};
