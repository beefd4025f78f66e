import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { allowedPhrase } from '#finding/statement-words';
import { audience } from '#model/audience';

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html */
export const rule = defineStatementRule({
  title: 'Secret readable by everybody',
  why: 'A resource policy with the principal `*` hands the secret to every AWS account that asks for it by name.',
  how: 'Name the roles that read it in `Principal`, and set `BlockPublicPolicy: true`.',
  severity: 'critical',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8, 2],
  cwe: [284, 732],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
  ],
  pointsAtNoSecret: true,
  aliases: {},
  *check(statement) {
    if (statement.effect !== 'Allow' || statement.carrier.type !== 'AWS::SecretsManager::ResourcePolicy') return;
    if (audience(statement) !== 'public') return;
    const names = statement.targets.map(({ name }) => code(name)).join(', ') || code(statement.carrier.name);
    yield {
      at: statement.principals[0]?.property ?? statement.property,
      about: statement.actions.map(({ string }) => string ?? '').join(' '),
      message: `Every AWS account may ${allowedPhrase(statement)} on ${names}: no condition limits who.`,
    };
  },
});
