import type { Finding } from '#finding/finding';
import type { Rule, RuleDescription } from '#finding/rule';
import { digest } from '#scan/identity';
import type { Location } from '#source/file';

const DESCRIPTION = {
  confidence: 'high',
  lifecycle: 'stable',
  practices: [10],
  cwe: [],
  references: [],
  aliases: {},
} as const;

/** A rule whose findings the engine itself makes: nothing is to be checked. */
function own(id: string, words: Pick<RuleDescription, 'title' | 'why' | 'how' | 'severity'>): Rule {
  return { ...DESCRIPTION, ...words, id, subject: 'cloud', check: () => [] };
}

export const SUPPRESSION_WITHOUT_REASON = own('leastwise/suppression-without-reason', {
  title: 'Suppression without a reason',
  why: 'Nobody who reads it later can tell whether the risk was looked at and still is acceptable. It is not honored.',
  how: 'Write why the finding is acceptable, after a colon: `# leastwise-ignore aws/lambda/tracing: traced by the caller`.',
  severity: 'low',
});

export const SUPPRESSION_EXPIRED = own('leastwise/suppression-expired', {
  title: 'Suppression past its date',
  why: 'The risk was accepted until a day that has passed, or that is no date. What it covered is reported again.',
  how: 'Mend what it covers, or look at the risk again and set a new date: `until 2027-03-31`.',
  severity: 'low',
});

export const SUPPRESSION_UNUSED = own('leastwise/suppression-unused', {
  title: 'Suppression of nothing',
  why: 'What it once covered is gone. Left in place, it would hide the same defect when somebody brings it back.',
  how: 'Remove the comment or the Metadata entry.',
  severity: 'info',
});

export const CONFIG_WEAKENED = own('leastwise/config-weakened', {
  title: 'Change that weakens the review',
  why: 'After the merge, later pull requests are held to less than they are today. It has no effect on this one: the configuration of the base branch counts.',
  how: 'Make sure that the people who own the security of this repository agree to it.',
  severity: 'medium',
});

export const CONFIG_INVALID = own('leastwise/config-invalid', {
  title: 'Configuration that cannot be used',
  why: 'Once it is merged, nobody can tell what this repository asks for, so that the check of every pull request would fail.',
  how: 'Mend the line. The options are described in `leastwise.schema.json`, which editors understand.',
  severity: 'high',
});

/** The rules that are not in the catalogue, because only the engine can report them. They cannot be suppressed. */
export const OWN_RULES: readonly Rule[] = [
  CONFIG_INVALID,
  CONFIG_WEAKENED,
  SUPPRESSION_EXPIRED,
  SUPPRESSION_UNUSED,
  SUPPRESSION_WITHOUT_REASON,
];

/** A finding of the engine itself. @param about what identifies it, without line numbers */
export function ownFinding(rule: Rule, at: Location, message: string, about: string): Finding {
  return {
    rule,
    severity: rule.severity,
    confidence: 'high',
    at,
    message,
    related: [],
    resource: undefined,
    path: [],
    when: [],
    remedy: undefined,
    fingerprint: digest(rule.id, about),
  };
}
