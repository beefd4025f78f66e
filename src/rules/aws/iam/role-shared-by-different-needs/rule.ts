import { code } from '#finding/markdown';
import { listed } from '#finding/narrowed';
import { privilegesOf } from '#finding/privileges';
import { defineCloudRule } from '#finding/rule';
import { isResolved } from '#model/privilege/report';

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html */
export const rule = defineCloudRule({
  title: 'Role shared by functions that need different things',
  why: 'A role is as wide as all of its functions together: a hole in the one that only reads opens what the one that deletes may do.',
  how: 'Give each function a role of its own, with what its code calls.',
  asksForCode: true,
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2],
  cwe: [250],
  references: ['OWASP SAS-4', 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html'],
  aliases: {},
  *check(_cloud, context) {
    for (const privileges of privilegesOf(context)) {
      const { role, shared } = privileges;
      if (!shared || !isResolved(privileges)) continue;
      const own = shared.own.filter(({ actions }) => actions.length > 0);
      const named = own.slice(0, MAX_NAMED).map(({ fn, actions }) => `${code(fn.name)} needs ${listed(actions)}`);
      const rest = own.length - named.length;
      const more = rest > 0 ? ` ${rest} more ${rest === 1 ? 'needs' : 'need'} other things.` : '';
      const isDefault = role.stack.framework === 'serverless' && role.logicalId === SERVICE_ROLE;
      const split = isDefault ? ` ${SPLIT}` : '';
      yield {
        at: isDefault ? (shared.own[0]?.fn ?? role) : role,
        // The framework gives every service such a role: nobody chose it.
        ...(isDefault ? { severity: 'info' } : {}),
        message: `${shared.own.length} functions act with ${code(role.name)}, so that each may do what any of them needs: ${named.join('; ')}.${more}${split}`,
        related: own
          .slice(0, MAX_NAMED)
          .map(({ fn }) => ({ at: fn.location, message: `${code(fn.name)} acts with it.` })),
      };
    }
  },
});

/** Functions that the message names. */
const MAX_NAMED = 3;

/** The role that the Serverless Framework makes for all functions of a service, and how it is parted: https://www.serverless.com/framework/docs/providers/aws/guide/iam */
const SERVICE_ROLE = 'IamRoleLambdaExecution';
const SPLIT =
  'Version 4 makes a role for each function that has statements of its own (`iam.role.statements`), and before it the plugin `serverless-iam-roles-per-function` does.';
