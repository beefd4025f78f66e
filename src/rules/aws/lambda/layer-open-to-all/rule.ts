import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { audience } from '#model/audience';

/** https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html */
export const rule = defineStatementRule({
  title: 'Layer that every AWS account may download',
  why: 'Whoever knows the ARN of the layer can fetch all its files: your code, the versions of its dependencies, and any configuration or key that was packed with it.',
  how: 'Name the account in `Principal`, or add `OrganizationId` to keep the layer within your organization.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 9],
  cwe: [732, 200],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html'],
  aliases: {},
  *check(statement) {
    if (statement.effect !== 'Allow' || statement.carrier.type !== 'AWS::Lambda::LayerVersionPermission') return;
    const every = statement.principals.find(({ kind }) => kind === 'any');
    if (!every || audience(statement) !== 'public') return;
    const [layer] = statement.targets;
    yield {
      at: every.property,
      message: `Everybody with an AWS account may download ${layer ? code(layer.name) : 'the layer'}: ${code('Principal')} is ${code('*')} without ${code('OrganizationId')}.`,
    };
  },
});
