import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export const rule = defineRule({
  title: 'Every website may use the API in the name of its visitors',
  why: 'With any origin and credentials allowed, a page that a signed-in customer happens to open can call the API with the customer’s cookies. Browsers and API Gateway refuse the plain `*` today, so teams “repair” it by echoing the origin, which is worse.',
  how: 'List the origins of your own pages in `AllowOrigins`, or leave out `AllowCredentials`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [18],
  cwe: [942],
  references: ['OWASP API8:2023', 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html'],
  aliases: {},
  subject: 'AWS::ApiGatewayV2::Api',
  *check(api) {
    const declared = api.at('CorsConfiguration').map((cors) => ({
      credentials: cors.at('AllowCredentials').find((allow) => allow.isTrue),
      origins: cors.at('AllowOrigins').flatMap((origins) => origins.items()),
    }));
    const inBody = api.at('Body', 'x-amazon-apigateway-cors').map((cors) => ({
      credentials: cors.at('allowCredentials').find((allow) => allow.isTrue),
      origins: cors.at('allowOrigins').flatMap((origins) => origins.items()),
    }));
    for (const { credentials, origins } of [...declared, ...inBody]) {
      const origin = origins.find((one) => one.is('*', 'https://*', 'http://*'));
      if (!credentials || !origin) continue;
      yield {
        at: origin,
        message: `${code(api.name)} lets pages of every origin call it with the credentials of their visitors.`,
        remedy: {
          title: 'Let other origins call without credentials',
          applicability: 'unsafe',
          patches: [credentials.set(false)],
        },
      };
    }
  },
});
