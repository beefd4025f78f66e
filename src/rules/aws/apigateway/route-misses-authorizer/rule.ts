import { code } from '#finding/markdown';
import type { Remedy } from '#finding/remedy';
import { defineCloudRule } from '#finding/rule';
import type { Severity } from '#finding/severity';
import type { Patch } from '#model/patch';
import { isForMonitors, isForStrangers, type RouteEntry, routesByApi } from '#model/routes';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html */
export const rule = defineCloudRule({
  title: 'One route without the authorizer that its siblings have',
  why: 'The API checks who is calling everywhere but here. Such gaps come from a copied block or a forgotten line, and the code behind often believes that somebody has checked already: whoever finds the path acts without an account, often on the data of others.',
  how: 'Give the route the authorizer of its siblings. If it has to be open, keep it to what everybody may know, and say so with a suppression and its reason.',
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [5, 18],
  cwe: [306, 862],
  references: [
    'OWASP SAS-2',
    'OWASP API2:2023',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_59', 'CKV2_AWS_70', 'CKV_AWS_309'],
    kics: ['3641d5b4', '1056dfbb', '7fd0d461', '671211c5'],
    trivy: ['AWS-0004'],
    cfn_nag: ['W59'],
    'cdk-nag': ['APIGWAuthorization', 'CognitoUserPoolAPIGWAuthorizer'],
  },
  *check(cloud) {
    for (const { routes } of routesByApi(cloud)) {
      const guarded = routes.filter(({ reach }) => reach === 'authenticated');
      const [sibling] = guarded;
      if (!sibling) continue;
      for (const entry of routes) {
        if (entry.reach !== 'public' || entry.route.method === 'OPTIONS') continue;
        if (isForStrangers(entry.route.path)) continue;
        const count = guarded.length === 1 ? code(sibling.label) : `${guarded.length} other routes`;
        yield {
          at: entry.decidedBy ?? entry.by,
          about: entry.label,
          message: `Anyone on the internet can call ${code(entry.label)}, which runs ${code(entry.function.name)}, without signing in; ${count} of the same API ${guarded.length === 1 ? 'asks' : 'ask'} for it.`,
          severity: stake(entry.route),
          related: [{ at: (sibling.decidedBy ?? sibling.by).location, message: 'a sibling that asks who is calling' }],
          ...remedyFrom(sibling, entry),
        };
      }
    }
  },
});

/** The sibling's authorizer for the route: both declared as resources, or both as operations of one document. */
function remedyFrom(sibling: RouteEntry, { by, decidedBy }: RouteEntry): { readonly remedy?: Remedy } {
  const patches: Patch[] = [];
  if (sibling.by !== by && sibling.by.type === by.type) {
    for (const name of ['AuthorizationType', 'AuthorizerId']) {
      const [given] = sibling.by.read([name]);
      if (given?.text !== undefined) patches.push(...by.read([name]).map((own) => own.set(given.text ?? '')));
    }
  } else if (decidedBy?.path.at(-1) === 'security' && sibling.decidedBy?.path.at(-1) === 'security') {
    const schemes = sibling.decidedBy.items().flatMap((item) => item.entries());
    const known = schemes.every(([, scopes]) => scopes.items().every((scope) => scope.string !== undefined));
    const security = schemes.map(([name, scopes]) => ({ [name]: scopes.items().map((scope) => scope.string ?? '') }));
    if (known && security.length > 0) patches.push(decidedBy.set(security));
  }
  if (patches.length === 0) return {};
  return { remedy: { title: 'Ask for the authorizer of the other routes', applicability: 'unsafe', patches } };
}

/** Changing something, or reading one record by its id, is worse than a list; some paths are made for strangers. */
function stake({ method, path }: { readonly method: string; readonly path: string }): Severity {
  if (isForMonitors(path)) return 'low';
  return method === 'GET' && !path.includes('{') ? 'medium' : 'high';
}
