import { REACH_ORDER, type Reach } from '#model/exposure';
import { speaksOf } from '#model/scope';
import type { ConditionTest, Statement } from '#model/statement';
import { Text } from '#model/text';

/**
 * Condition keys that, held to fixed values, keep strangers out. Sources: the list by which S3 decides that a policy is not public
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status)
 * and the keys against the confused deputy (https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).
 */
const NARROWING_KEYS: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:principaltag',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:userid',
  'aws:username',
  'aws:vpcesourceip',
  'aws:viaawsservice',
  'cognito-identity.amazonaws.com:aud',
  'kms:calleraccount',
  'kms:viaservice',
  'lambda:eventsourcetoken',
  'lambda:sourcefunctionarn',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  'sns:endpoint',
]);

/**
 * Whether a test keeps strangers out: a narrowing key that is held to something more than a wildcard, every address or every
 * account. `…IfExists` and `ForAllValues:` hold as well where the request does not have the key:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function isNarrowing(test: ConditionTest): boolean {
  const key = test.key.startsWith('aws:principaltag/') ? 'aws:principaltag' : test.key;
  if (!NARROWING_KEYS.has(key) || NEGATED.test(test.operator)) return false;
  if (/IfExists$|^ForAllValues:|^Null$/.test(test.operator)) return false;
  return !test.values.some((value) => value.isFalse || isEverything(value.text));
}

const NEGATED = /Not(Equals|Like|IpAddress)|^NotIpAddress/;

function isEverything(text: string | Text | undefined): boolean {
  if (text === undefined || text instanceof Text) return false;
  if (/^[*?]*$/.test(text) || text === '0.0.0.0/0' || text === '::/0') return true;
  const [arn, , service, , account = '*', ...name] = text.split(':');
  if (arn !== 'arn') return false;
  const anyName = /^[*?]*$/.test(name.join(':'));
  return service === 's3' ? anyName : /^[*?]*$/.test(account);
}

/**
 * Whom one Allow statement lets in: `public` everybody; `account` named accounts, organizations, networks; `service` a service of
 * the cloud; `authenticated` everybody who holds credentials of some AWS account. A Deny lets nobody in.
 */
export function audience(statement: Statement): Reach {
  if (statement.effect === 'Deny') return 'none';
  const narrow = statement.conditions.some(isNarrowing);
  let reach: Reach = statement.notPrincipals.length > 0 ? (narrow ? 'account' : 'public') : 'none';
  for (const { kind, value } of statement.principals) {
    const one = ((): Reach => {
      if (value === undefined) return 'unknown';
      if (kind === 'service') return 'service';
      if (kind !== 'any' || narrow) return 'account';
      if (!statement.complete) return 'unknown';
      return signedUrlOnly(statement) ? 'authenticated' : 'public';
    })();
    reach = wider(reach, one);
  }
  return reach;
}

/** Everybody may call the function URL, but the URL asks for a signature. */
function signedUrlOnly(statement: Statement): boolean {
  return statement.conditions.some(
    (test) => test.key === 'lambda:functionurlauthtype' && test.values.some((value) => value.is('AWS_IAM')),
  );
}

export function wider(a: Reach, b: Reach): Reach {
  return REACH_ORDER.indexOf(a) >= REACH_ORDER.indexOf(b) ? a : b;
}

/**
 * Whom a resource's policies let do an action. A Deny that holds for everybody but those who pass a narrowing test
 * (`NotIpAddress`, `StringNotEquals aws:SourceVpce`) keeps strangers out as well.
 */
export function audienceOf(policies: readonly Statement[], action: string): Reach {
  let reach: Reach = 'none';
  for (const statement of policies) if (speaksOf(statement, action)) reach = wider(reach, audience(statement));
  if (reach !== 'public' && reach !== 'authenticated') return reach;
  const fenced = policies.some(
    (statement) => statement.effect === 'Deny' && speaksOf(statement, action) && statement.conditions.some(isFence),
  );
  return fenced ? 'account' : reach;
}

function isFence(test: ConditionTest): boolean {
  return NARROWING_KEYS.has(test.key) && NEGATED.test(test.operator);
}
