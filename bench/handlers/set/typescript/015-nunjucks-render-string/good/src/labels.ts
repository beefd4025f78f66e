import nunjucks from 'nunjucks';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const environment = new nunjucks.Environment(undefined, { autoescape: true });
const LAYOUTS: Record<string, string> = {
  small: '<b>{{ name }}</b>',
  wide: '<b>{{ name }}</b><i>{{ street }}</i>',
};

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { layout, name, street } = JSON.parse(event.body ?? '{}') as Record<string, string>;
  const body = environment.renderString(LAYOUTS[layout ?? ''] ?? '', { name, street });
  return { statusCode: 200, headers: { 'content-type': 'text/html' }, body };
};
