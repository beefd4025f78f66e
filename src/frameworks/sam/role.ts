import {
  asMap,
  branchesOf,
  callOf,
  eachBranch,
  entriesOf,
  get,
  itemsOf,
  mapOf,
  node,
  type Plain,
  sameData,
  scalar,
  stringOf,
} from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import { MANAGED_POLICIES } from '#frameworks/sam/managed-policies.generated';
import { POLICY_TEMPLATES } from '#frameworks/sam/policy-templates.generated';
import type { Declared, Scope } from '#frameworks/sam/scope';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, Path } from '#syntax/document';

/** What SAM says of the role that it makes for a function or state machine. */
const ROLE_ROWS: readonly Row[] = [row('RolePath', 'Path'), row('PermissionsBoundary', 'PermissionsBoundary')];

let paths: ReadonlyMap<string, string> | undefined;

/** The ARN of an AWS managed policy that is given by name; an ARN, or a name that AWS does not have, stays as it is. */
export function managedPolicyArn(name: string): string {
  paths ??= new Map(
    Object.entries(MANAGED_POLICIES).flatMap(([path, names]) => names.split(' ').map((one) => [one, path] as const)),
  );
  const path = paths.get(name);
  return path === undefined ? name : awsPolicy(path + name);
}

/** The ARN of an AWS managed policy. The partition is that of the commercial regions, as for a deployment to one of them. */
export function awsPolicy(path: string): string {
  return `arn:aws:iam::aws:policy/${path}`;
}

/** A trust policy for one service. */
export function trust(service: string): Plain {
  return {
    Version: '2012-10-17',
    Statement: [{ Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: [service] } }],
  };
}

/** An inline policy with one statement. */
export function inline(name: string, actions: Plain, resource: Plain): Plain {
  return {
    PolicyName: name,
    PolicyDocument: { Statement: [{ Action: actions, Effect: 'Allow', Resource: resource }] },
  };
}

/** What SAM grants for writing failed events to a bucket. */
export function bucketPolicy(id: string, arn: DataNode, at: Span): DataNode {
  return node(
    {
      PolicyName: `${id}S3Policy`,
      PolicyDocument: {
        Statement: [
          { Action: 's3:PutObject', Effect: 'Allow', Resource: { 'Fn::Join': ['/', [arn, '*']] } },
          { Action: 's3:ListBucket', Effect: 'Allow', Resource: arn },
        ],
      },
    },
    at,
  );
}

/** The role that SAM makes for a function or state machine, while it is being put together. */
export class RoleDraft {
  readonly managed: DataNode[] = [];
  readonly policies: DataNode[] = [];

  constructor(readonly id: string) {}

  /** Adds a managed policy that is not there yet. */
  attach(arn: DataNode): void {
    if (!this.managed.some((one) => sameData(one, arn))) this.managed.push(arn);
  }

  /** Adds an inline policy, unless one with the same document is there. */
  add(policy: DataNode): void {
    const document = get(policy, 'PolicyDocument');
    const known = this.policies.some((one) => {
      const other = get(one, 'PolicyDocument');
      return sameData(one, policy) || (document && other && sameData(document, other));
    });
    if (!known) this.policies.push(policy);
  }

  /** Adds an inline policy even where the same is there already. */
  push(policy: DataNode): void {
    this.policies.push(policy);
  }

  /**
   * Reads the `Policies` of a function or state machine: statements, policy templates, managed policies by name or ARN, each
   * possibly under `Fn::If`.
   * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-policies
   */
  read(policies: DataNode | undefined, scope: Scope): void {
    const call = callOf(policies);
    const items = call && call.name !== 'Fn::If' ? (policies ? [policies] : []) : itemsOf(policies);
    for (const [index, item] of items.entries()) this.#readItem(item, index, scope);
  }

  #readItem(item: DataNode, index: number, scope: Scope): void {
    const kinds = new Set(branchesOf(item).map(kindOf));
    if (kinds.size === 0) return;
    if (kinds.has('unknown') || kinds.size > 1) {
      scope.tell(
        item.span,
        'This policy is neither statements, a policy template of SAM, nor a managed policy: it was left out.',
      );
      return;
    }
    if (kinds.has('managed')) {
      this.attach(
        eachBranch(item, (branch) => {
          const name = stringOf(branch);
          return name === undefined ? branch : { ...scalar(managedPolicyArn(name), branch.span), ...sharedOf(branch) };
        }),
      );
      return;
    }
    const name = `${this.id}Policy${index}`;
    this.push(
      eachBranch(item, (branch) => {
        const document = kinds.has('template') ? templateDocument(branch, scope) : branch;
        return mapOf({ PolicyName: name, PolicyDocument: document }, branch.span);
      }),
    );
  }

  /** Gives the role to the scope as a resource that the function or state machine generates. */
  emit(
    parent: Declared,
    properties: {
      readonly trust: DataNode;
      readonly tags: DataNode | undefined;
      readonly base: Path;
      /** What is said besides by functions alone. */
      readonly rows?: readonly Row[];
      readonly attributes?: readonly DataEntry[];
    },
    scope: Scope,
  ): void {
    const { at } = parent;
    const path = get(parent.properties, 'RolePath');
    const boundary = get(parent.properties, 'PermissionsBoundary');
    scope.generate(
      parent,
      this.id,
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: properties.trust,
        ManagedPolicyArns: this.managed,
        Policies: this.policies.length > 0 ? this.policies : undefined,
        Path: path,
        PermissionsBoundary: boundary,
        Tags: properties.tags,
      },
      at,
      {
        origin: { base: properties.base, rows: [...(properties.rows ?? []), ...ROLE_ROWS], section: 'Function' },
        ...(properties.attributes ? { attributes: properties.attributes } : {}),
      },
    );
  }
}

function sharedOf(of: DataNode): { readonly shared?: boolean } {
  return of.shared === undefined ? {} : { shared: of.shared };
}

function kindOf(policy: DataNode): 'managed' | 'statements' | 'template' | 'unknown' {
  if (stringOf(policy) !== undefined || callOf(policy)) return 'managed';
  if (get(policy, 'Statement')) return 'statements';
  const map = asMap(policy);
  const only = map?.entries.length === 1 ? map.entries[0] : undefined;
  return only && only.key in POLICY_TEMPLATES ? 'template' : 'unknown';
}

function templateDocument(policy: DataNode, scope: Scope): DataNode {
  const [entry] = entriesOf(policy);
  const template = entry ? POLICY_TEMPLATES[entry.key] : undefined;
  if (!entry || !template) return policy;
  const values = entry.value;
  const missing = template.parameters.filter((name) => get(values, name) === undefined);
  if (missing.length > 0)
    scope.tell(
      entry.keySpan,
      `The policy template ${entry.key} needs ${missing.join(', ')}: SAM refuses the template.`,
    );
  const fill = (of: Plain): Plain => {
    if (typeof of !== 'object') return of;
    if (Array.isArray(of)) return of.map((item: Plain | undefined) => (item === undefined ? item : fill(item)));
    const record = of as { readonly [key: string]: Plain };
    const parameter = typeof record.Ref === 'string' ? record.Ref : undefined;
    if (parameter !== undefined && template.parameters.includes(parameter))
      return get(values, parameter) ?? unknownParameter(parameter, entry.keySpan);
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, fill(value)]));
  };
  return mapOf({ Statement: template.statements.map((statement) => fill(statement as Plain)) }, entry.keySpan);
}

/** A reference that resolves to nothing, so that what depends on it is unknown. */
function unknownParameter(name: string, at: Span): DataNode {
  return node({ Ref: name }, at);
}

/** SAM's `Tags` map as CloudFormation's list. */
export function tagList(tags: DataNode | undefined, first: readonly Plain[], at: Span): DataNode | undefined {
  if (callOf(tags)) return tags;
  const own = entriesOf(tags).map((entry): DataNode => {
    const key = scalar(entry.key, entry.keySpan);
    return mapOf({ Key: key, Value: get(tags, entry.key) ?? '' }, entry.keySpan);
  });
  return first.length + own.length === 0 ? undefined : node([...first, ...own], tags?.span ?? at);
}
