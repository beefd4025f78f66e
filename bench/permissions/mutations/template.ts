import { actionsOf } from '#model/iam-action';
import type { Patch } from '#model/patch';
import type { Grant, GrantedAction } from '#model/privilege/grant';
import { grantsIn } from '#model/privilege/grant';
import type { Statement } from '#model/statement';
import type { Random } from '../../random.js';
import { type Analysed, edited, type Fn, privilegesOf, withEdits } from '../analysis.js';
import { type Label, mayAsk } from '../label.js';
import { allows } from '../score.js';
import type { Expected, Mutant } from './mutant.js';

/** AWS's policies for the whole of a service. */
const FULL_ACCESS: Readonly<Record<string, string>> = {
  bedrock: 'AmazonBedrockFullAccess',
  comprehend: 'ComprehendFullAccess',
  dynamodb: 'AmazonDynamoDBFullAccess',
  events: 'AmazonEventBridgeFullAccess',
  kinesis: 'AmazonKinesisFullAccess',
  lambda: 'AWSLambda_FullAccess',
  polly: 'AmazonPollyFullAccess',
  rekognition: 'AmazonRekognitionFullAccess',
  s3: 'AmazonS3FullAccess',
  secretsmanager: 'SecretsManagerReadWrite',
  ses: 'AmazonSESFullAccess',
  sns: 'AmazonSNSFullAccess',
  sqs: 'AmazonSQSFullAccess',
  ssm: 'AmazonSSMFullAccess',
  states: 'AWSStepFunctionsFullAccess',
  textract: 'AmazonTextractFullAccess',
  transcribe: 'AmazonTranscribeFullAccess',
};

const UNRELATED: readonly string[] = [
  'cloudtrail:StopLogging',
  'codebuild:ListProjects',
  'glacier:ListVaults',
  'iot:DescribeThing',
  'workspaces:DescribeWorkspaces',
];

interface Own {
  readonly action: GrantedAction;
  readonly name: string;
  readonly statement: Statement;
}

/**
 * Changes of the statements that grant what a label's function needs.
 * @param doubted services of which something was left open: nothing is expected of their statements
 */
export function templateMutants(
  label: Label,
  analysis: Analysed,
  fn: Fn,
  random: Random,
  doubted: ReadonlySet<string>,
): readonly Mutant[] {
  const privileges = privilegesOf(analysis, fn);
  if (!privileges) return [];
  const { grants } = grantsIn(analysis.cloud.grantsOfRole(privileges.role));
  const own = grants
    .flatMap((grant) => ownOf(label, grant))
    .filter(({ name }) => !doubted.has(name.split(':')[0] ?? ''));
  const [first] = own;
  if (!first) return [];
  const mutants: Mutant[] = [];
  const add = (mutation: string, patches: readonly Patch[], expected: Expected): void => {
    const edits = edited(patches);
    if (typeof edits !== 'string') mutants.push({ label, mutation, files: withEdits(analysis, edits), expected });
  };

  const [service = ''] = first.name.split(':');
  // Of a service that has one action only, all of them are no more than that one.
  if ((actionsOf(service)?.size ?? 0) > 1)
    add('every action of the service', [first.action.property.set(`${service}:*`)], {
      kind: 'narrowed',
      gone: `${service}:*`,
    });

  const [resource, ...others] = first.statement.resources;
  const named = label.needed.find(({ action, resource: on }) => action === first.name && on !== '?' && on !== '*');
  if (resource && others.length === 0 && !resource.is('*')) {
    const expected: Expected = named ? { kind: 'named', action: first.name } : { kind: 'unchanged' };
    add('every resource', [resource.set('*')], expected);
  }

  const policy = FULL_ACCESS[service];
  if (policy !== undefined) {
    const attached: Patch = {
      op: 'append',
      resource: privileges.role,
      path: ['ManagedPolicyArns'],
      value: `arn:aws:iam::aws:policy/${policy}`,
    };
    const { statement } = first;
    const isOwn = statement.actions.every(({ string }) => string?.startsWith(`${service}:`));
    const replaced = [attached, statement.property.remove()];
    add('full access to the service', isOwn && typeof edited(replaced) !== 'string' ? replaced : [attached], {
      kind: 'narrowed',
      gone: `${service}:*`,
    });
  }

  const dropped = own.find(({ name }) =>
    label.needed.some((need) => need.action === name && need.certain && need.dependent !== true),
  );
  if (dropped && isSole(grants, dropped)) {
    const { statement, action } = dropped;
    const patch = statement.actions.length > 1 ? action.property.remove() : statement.property.remove();
    add('a needed action dropped', [patch], { kind: 'missing', action: dropped.name });
  }

  const unrelated = random.pick(UNRELATED);
  if (!mayAsk(label, unrelated)) {
    const at = first.action.property;
    const patch: Patch =
      typeof at.path.at(-1) === 'number'
        ? { op: 'append', resource: at.resource, path: at.path.slice(0, -1), value: unrelated }
        : at.set([first.name, unrelated]);
    add('an unrelated action added', [patch], { kind: 'narrowed', gone: unrelated });
  }
  return mutants;
}

/** The actions of a statement that the label needs, spelt out there. */
function ownOf({ needed }: Label, { source, effect, actions }: Grant): readonly Own[] {
  if (source.kind !== 'statement' || effect !== 'Allow') return [];
  return actions.flatMap((action) => {
    const name = needed.find((need) => need.action === action.pattern)?.action;
    return name === undefined ? [] : [{ action, name, statement: source.statement }];
  });
}

/** Whether no other grant has the action. */
function isSole(grants: readonly Grant[], { name, statement }: Own): boolean {
  const others = grants.filter(
    ({ source, effect }) => effect === 'Allow' && !(source.kind === 'statement' && source.statement === statement),
  );
  const twice = statement.actions.filter(({ string }) => string !== undefined && string === name).length > 1;
  const wider = statement.actions.some(({ string }) => string === undefined || string.includes('*'));
  return !twice && !wider && !allows(others, { action: name, resource: '?' });
}
