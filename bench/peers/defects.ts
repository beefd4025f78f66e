import type { Reported } from './tools.js';

/** A defect that the demonstration's pull request plants: `demo/shop/main` against `demo/shop/pull-request`. */
export interface Defect {
  readonly what: string;
  /** The logical ID of the declaration that has it. */
  readonly declaration: string;
  /** What a report about it speaks of, whoever makes it; generous, so that a peer's other words count as well. */
  readonly words: RegExp;
  /** What names the defect so plainly that a report counts at whatever line it stands. */
  readonly plainly?: RegExp;
}

export const DEFECTS: readonly Defect[] = [
  {
    what: 'Passwords of six characters',
    declaration: 'Customers',
    words: /password.*(polic|length|character)|minimum.?length/i,
  },
  { what: 'Second factor turned off', declaration: 'Customers', words: /mfa|multi-?factor|second factor/i },
  {
    what: '`dynamodb:*` on `*`',
    declaration: 'GetOrder',
    words: /wildcard|all actions|every action|any action|full|\*|least privilege|data exfiltration/i,
  },
  { what: 'Route without its authorizer', declaration: 'GetOrder', words: /authoriz|authentic|unauth/i },
  {
    what: 'Function URL without authentication',
    declaration: 'RequestRefund',
    words: /urls?\b.*auth|auth.*\burls?\b/i,
  },
  { what: 'Runtime past its end of life', declaration: 'RequestRefund', words: /runtime/i, plainly: /nodejs16\.x/ },
  { what: 'Password in the environment', declaration: 'PayRefunds', words: /secret|password|credential|entropy/i },
  {
    what: '`iam:PassRole` on `*`',
    declaration: 'PayRefunds',
    words: /passrole|pass.*role|privilege|wildcard|constraint/i,
  },
  { what: 'Queue whose messages come back too early', declaration: 'RefundQueue', words: /visibility/i },
  { what: 'Queue without dead letters', declaration: 'RefundQueue', words: /dead.?letter|dlq|redrive/i },
  { what: 'Whole batches repeated for one failure', declaration: 'PayRefunds', words: /batch/i },
  { what: 'Backups of a table turned off', declaration: 'OrdersTable', words: /point.?in.?time|backup|pitr/i },
  {
    what: 'Bucket that everybody may read',
    declaration: 'ReceiptsPolicy',
    words: /public|everyone|everybody|anyone|principal|\*/i,
  },
];

/** A defect that the application of `test/equality` has once, in each of its forms. */
export interface PlantedOnce {
  readonly what: string;
  readonly words: RegExp;
}

export const PLANTED_ONCE: readonly PlantedOnce[] = [
  {
    what: '`dynamodb:*` on a table',
    words: /wildcard.*action|every action|all actions|any action|full access|statement.*"\*"|star/i,
  },
  {
    what: '`lambda:InvokeFunction` on `*`',
    words: /every resource|wildcard.*resource|resource.*(\*|wildcard)|any resource/i,
  },
  {
    what: 'Route without its authorizer',
    words: /route|method.*(authoriz|authentic)|(authoriz|authentic).*(route|method)|endpoint.*auth/i,
  },
  { what: 'Access log of the API off', words: /access.?log/i },
  { what: 'Runtime past its end of life', words: /runtime/i },
  { what: 'Queue without dead letters', words: /(queue|sqs|redrive).*(dead.?letter|dlq)|redrive/i },
  { what: 'Whole batches repeated for one failure', words: /batch/i },
  { what: 'Stream held up by one failure', words: /stream.*(fail|retr)|bisect|maximum.?retry/i },
  { what: 'Table without point-in-time recovery', words: /point.?in.?time|pitr|backup/i },
  {
    what: 'Bucket that a policy may open',
    words: /block.*public.*polic|public.*policy.*block|BlockPublicPolicy|restrict.*public|public access block/i,
  },
  { what: 'Passwords of six characters', words: /password/i },
  { what: 'Second factor off', words: /mfa|multi-?factor|second factor/i },
  {
    what: 'State machine without logs',
    words: /(state machine|step function|sfn|execution).*log|log.*(state machine|step function|execution)/i,
  },
];

/** The rules by which a tool reports a defect, at whatever line: generous, so that a peer's other words and places count. */
export function rulesAbout(defect: PlantedOnce, reported: readonly Reported[]): readonly string[] {
  const about = reported.filter((one) => defect.words.test(`${one.rule} ${one.text}`));
  return [...new Set(about.map(({ rule }) => rule))];
}

/** The lines of each declaration below `Resources` of a template that is indented by two. */
export function declarations(template: string): ReadonlyMap<string, { readonly from: number; readonly to: number }> {
  const found = new Map<string, { from: number; to: number }>();
  let open: { from: number; to: number } | undefined;
  template.split('\n').forEach((line, index) => {
    const name = /^ {2}([A-Za-z0-9]+):/.exec(line)?.[1];
    if (name !== undefined) {
      open = { from: index + 1, to: index + 1 };
      found.set(name, open);
    } else if (/^\S/.test(line)) open = undefined;
    else if (open && line.trim() !== '') open.to = index + 1;
  });
  return found;
}

/** The rules by which a tool reports a defect. */
export function rulesFor(defect: Defect, reported: readonly Reported[], template: string): readonly string[] {
  const lines = declarations(template).get(defect.declaration);
  if (!lines) throw new Error(`The pull request declares no ${defect.declaration} any more.`);
  const about = reported.filter(
    (one) =>
      defect.plainly?.test(one.text) ||
      (one.line >= lines.from && one.line <= lines.to && defect.words.test(`${one.rule} ${one.text}`)),
  );
  return [...new Set(about.map(({ rule }) => rule))];
}
