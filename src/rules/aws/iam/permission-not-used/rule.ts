import { breadthOf } from '#finding/broad-policy';
import { holdersOf } from '#finding/holders';
import { code } from '#finding/markdown';
import { allNarrowed, listed, type Narrowed, narrowedReport, usedSentence } from '#finding/narrowed';
import { defineCloudRule } from '#finding/rule';
import { byHarm, severityOfUnused } from '#finding/unused-access';
import { wideResource } from '#finding/wide-resource';
import type { Cloud } from '#model/cloud';
import { isShorthand } from '#model/privilege/statement-patch';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege */
export const rule = defineCloudRule({
  title: 'Permission that the code never uses',
  why: 'Whoever takes over the function, by an injection or a poisoned dependency, can do all that its role allows. What the code does not call helps nobody but them.',
  how: 'Leave in the statement only the actions that the code calls, on the resources that it calls them on.',
  asksForCode: true,
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 3],
  cwe: [250, 732],
  references: [
    'OWASP SAS-4',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  aliases: {},
  *check(cloud, context) {
    for (const narrowed of allNarrowed(context)) {
      const { unused, wider, narrowing } = narrowed;
      if (unused.length + wider.length === 0 || isToldElsewhere(narrowed, cloud)) continue;
      const { source } = narrowing.of;
      const carrier = source.kind === 'statement' ? source.statement.carrier : source.property.resource;
      const { phrase, reach } = holdersOf(cloud, carrier);
      const severity = severityOfUnused(narrowed, reach);
      // A policy template is AWS's own measure: it is not spelled out for what hardly matters.
      if (severity === 'info' && source.kind === 'statement' && isShorthand(source.statement)) continue;
      const what =
        unused.length > 0
          ? `may call ${listed(byHarm(unused))}, which the code never does`
          : `may call all of ${listed(wider)}`;
      const isAll = unused.length > 0 && narrowed.used.length + narrowed.unseen.length === 0;
      yield {
        at: source.kind === 'statement' ? source.statement : source.property,
        ...(source.kind === 'managed' ? { about: source.name } : {}),
        message:
          source.kind === 'managed'
            ? `${phrase} holds ${code(source.name)}. ${usedSentence(narrowed)}`
            : `${phrase} ${what}.${isAll ? '' : ` ${usedSentence(narrowed)}`}`,
        severity,
        ...narrowedReport(narrowed),
      };
    }
  },
});

/** Whether a rule about wildcards points at the same statement, and says the same: one comment is enough. */
function isToldElsewhere(narrowed: Narrowed, cloud: Cloud): boolean {
  const { source, actions } = narrowed.narrowing.of;
  if (source.kind === 'managed') return breadthOf(source.name) !== undefined;
  if (actions.some(({ pattern }) => pattern === '*' || /^[\w-]{1,60}:\*$/.test(pattern ?? ''))) return true;
  return wideResource(source.statement, cloud).wildcard !== undefined;
}
