import nunjucks from 'nunjucks';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const environment = new nunjucks.Environment(undefined, { autoescape: true });

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { layout, name, street } = JSON.parse(event.body ?? '{}') as Record<string, string>;
  const body = environment.renderString(layout ?? '', { name, street });
  return { statusCode: 200, headers: { 'content-type': 'text/html' }, body };
};
