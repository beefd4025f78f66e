import {
  asMap,
  callOf,
  dataKey,
  entriesOf,
  get,
  isTrue,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  scalar,
} from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import { givenRole, type RoleOf } from '#frameworks/serverless/function';
import { normalized, ROLE } from '#frameworks/serverless/naming';
import type { Service, ServiceFunction } from '#frameworks/serverless/service';
import type { Span } from '#source/span';
import type { DataNode } from '#syntax/document';

/** What `provider` says of the service's role. */
const ROLE_ROWS: readonly Row[] = [
  row('iam.role.path', 'Path'),
  row('iam.role.name', 'RoleName'),
  row('iam.role.permissionsBoundary', 'PermissionsBoundary'),
  row('iam.role.managedPolicies', 'ManagedPolicyArns'),
  row('iam.role.statements', 'Policies.0.PolicyDocument.Statement'),
];

/** As v1 and v2 had it. */
const OLD_ROLE_ROWS: readonly Row[] = [
  row('rolePermissionsBoundary', 'PermissionsBoundary'),
  row('iamManagedPolicies', 'ManagedPolicyArns'),
  row('iamRoleStatements', 'Policies.0.PolicyDocument.Statement'),
];

/** What serverless-iam-roles-per-function reads of a function. */
const PLUGIN_ROWS: readonly Row[] = [
  row('iamRoleStatements', 'Policies.0.PolicyDocument.Statement'),
  row('iamPermissionsBoundary', 'PermissionsBoundary'),
  row('iamRoleStatementsName', 'RoleName'),
];

const PLUGIN = 'serverless-iam-roles-per-function';

const VPC_ACCESS: Plain = {
  'Fn::Join': [
    '',
    ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'],
  ],
};

/** Who has which role, and the roles that the framework makes. */
export class Roles {
  readonly #service: Service;
  readonly #hasPlugin: boolean;
  readonly #isPerFunction: boolean;
  readonly #given: DataNode | undefined;

  constructor(service: Service) {
    this.#service = service;
    const { provider, root } = service;
    const plugins = get(root, 'plugins');
    const names = itemsOf(asMap(plugins) ? get(plugins, 'modules') : plugins);
    this.#hasPlugin = names.some((one) => literal(one) === PLUGIN);
    const role = get(provider, 'iam', 'role');
    this.#isPerFunction = literal(get(role, 'mode')) === 'perFunction';
    this.#given = role && (callOf(role) || literal(role) !== undefined) ? role : get(provider, 'role');
  }

  /** The role that a function runs under. */
  readonly of: RoleOf = (fn) => {
    const own = get(fn.node, 'role') ?? this.#given;
    if (own && !this.isDedicated(fn)) return givenRole(own);
    const id = this.isDedicated(fn) ? this.#id(fn) : ROLE;
    const role = node({ 'Fn::GetAtt': [id, 'Arn'] }, fn.at);
    return { role, dependsOn: id === ROLE ? undefined : id, isService: true };
  };

  /** Whether the framework (v4) or the plugin makes a role for the function alone. */
  isDedicated(fn: ServiceFunction): boolean {
    if (get(fn.node, 'role') || (this.#given && !this.#isPerFunction)) return false;
    if (this.#isPerFunction) return true;
    if (this.#hasPlugin && get(fn.node, 'iamRoleStatements')) return true;
    if (!this.#isBuiltIn) return false;
    return [['iamRoleStatements'], ['iam', 'role', 'statements'], ['iam', 'role', 'managedPolicies']].some(
      (path) => get(fn.node, ...path) !== undefined,
    );
  }

  /** v4 has the plugin's function built in; a service that does not say its version is taken at its word. */
  get #isBuiltIn(): boolean {
    return this.#service.version === 4 || get(this.#service.root, 'frameworkVersion') === undefined;
  }

  #id(fn: ServiceFunction): string {
    return normalized(fn.key) + ROLE;
  }

  /** Emits the roles with all that was granted meanwhile. */
  emit(): void {
    const functions = [...this.#service.functions.values()];
    if (functions.length === 0) return;
    for (const fn of functions) if (this.isDedicated(fn)) this.#emitOwn(fn);
    if (this.#given || this.#isPerFunction || functions.every((fn) => get(fn.node, 'role'))) return;
    this.#emitService(functions);
  }

  #emitService(functions: readonly ServiceFunction[]): void {
    const service = this.#service;
    const { provider } = service;
    const role = asMap(get(provider, 'iam', 'role'));
    const at = entriesOf(service.root).find((entry) => entry.key === 'provider')?.keySpan ?? service.root.span;
    const statements: Plain[] = [...this.#logStatements(functions, at)];
    const written = isTruthy(get(role, 'statements')) ? get(role, 'statements') : get(provider, 'iamRoleStatements');
    const unknown = written && written.kind !== 'list' ? written : undefined;
    statements.push(...(unknown ? [] : itemsOf(written)));
    // v4 keeps what it grants for a function with a role of its own out of the shared one.
    const sharing =
      this.#hasPlugin || service.version !== 4 ? functions : functions.filter((fn) => !this.isDedicated(fn));
    const granted = [...sharing.flatMap((fn) => service.granted(fn)), ...service.granted(undefined)];
    statements.push(...new Map(granted.map((one) => [dataKey(one), one])).values());
    const managed: Plain[] = [
      ...itemsOf(
        isTruthy(get(role, 'managedPolicies')) ? get(role, 'managedPolicies') : get(provider, 'iamManagedPolicies'),
      ),
    ];
    if (get(provider, 'vpc') || functions.some((fn) => get(fn.node, 'vpc'))) managed.push(VPC_ACCESS);
    service.generate(
      undefined,
      ROLE,
      'AWS::IAM::Role',
      {
        ...this.#common(role, at, service.trusted),
        RoleName: get(role, 'name') ?? {
          'Fn::Join': ['-', [service.name, service.stage, { Ref: 'AWS::Region' }, 'lambdaRole']],
        },
        Policies: [this.#policy(unknown ?? statements)],
        ManagedPolicyArns: managed.length > 0 ? managed : undefined,
      },
      at,
      {
        origin: [
          { base: provider, rows: get(provider, 'iamRoleStatements') ? [...OLD_ROLE_ROWS, ...ROLE_ROWS] : ROLE_ROWS },
          { base: provider, rows: OLD_ROLE_ROWS },
        ],
      },
    );
  }

  #emitOwn(fn: ServiceFunction): void {
    const service = this.#service;
    const { provider } = service;
    const { at } = fn;
    const general = asMap(get(provider, 'iam', 'role'));
    const own = asMap(get(fn.node, 'iam', 'role'));
    const settings = get(service.custom, PLUGIN);
    const inherit =
      get(fn.node, 'iam', 'inheritStatements') ??
      get(fn.node, 'iamRoleStatementsInherit') ??
      get(settings, 'defaultInherit');
    const inherits = inherit === undefined ? this.#isPerFunction : isTrue(inherit);
    const inherited = get(general, 'statements') ?? get(provider, 'iamRoleStatements');
    const written = get(own, 'statements') ?? get(fn.node, 'iamRoleStatements');
    const statements: Plain[] = [
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:PutLogEvents'],
        Resource: [this.#logArn(fn.name, ':*:*', at)],
      },
      ...service.granted(fn),
      ...(inherits ? itemsOf(inherited) : []),
      ...(written?.kind === 'list' ? written.items : []),
    ];
    const unknown = written && written.kind !== 'list' && callOf(written) ? written : undefined;
    const managed: Plain[] = [
      ...(this.#isPerFunction ? itemsOf(get(general, 'managedPolicies')) : []),
      ...(isTruthy(get(fn.node, 'vpc')) || isTruthy(get(provider, 'vpc')) ? [VPC_ACCESS] : []),
      ...itemsOf(get(own, 'managedPolicies')),
    ];
    const boundary =
      get(own, 'permissionsBoundary') ??
      get(fn.node, 'iamPermissionsBoundary') ??
      get(settings, 'iamGlobalPermissionsBoundary');
    service.generate(
      fn,
      this.#id(fn),
      'AWS::IAM::Role',
      {
        ...this.#common(general, at, []),
        ...(boundary ? { PermissionsBoundary: boundary } : {}),
        RoleName: get(own, 'name') ??
          get(fn.node, 'iamRoleStatementsName') ?? {
            'Fn::Join': ['-', [service.name, service.stage, fn.key, { Ref: 'AWS::Region' }, 'lambdaRole']],
          },
        Policies: [this.#policy(unknown ?? statements)],
        ManagedPolicyArns: managed,
      },
      at,
      { origin: [{ base: fn.node, rows: get(fn.node, 'iamRoleStatements') ? PLUGIN_ROWS : ROLE_ROWS }] },
    );
  }

  /** What every role has: who may assume it, path, boundary, tags. */
  #common(
    role: DataNode | undefined,
    at: Span,
    trusted: readonly string[],
  ): { readonly [key: string]: Plain | undefined } {
    const tags = asMap(get(role, 'tags'));
    return {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com', ...trusted] }, Action: ['sts:AssumeRole'] },
        ],
      },
      Path: get(role, 'path') ?? '/',
      PermissionsBoundary:
        get(role, 'permissionsBoundary') ??
        get(role, 'permissionBoundary') ??
        get(this.#service.provider, 'rolePermissionsBoundary'),
      Tags: tags?.entries.map((entry) => mapOf({ Key: scalar(entry.key, entry.keySpan), Value: entry.value }, at)),
    };
  }

  #policy(statements: DataNode | readonly Plain[]): Plain {
    const { name, stage } = this.#service;
    return {
      PolicyName: { 'Fn::Join': ['-', [name, stage, 'lambda']] },
      PolicyDocument: { Version: '2012-10-17', Statement: statements },
    };
  }

  /** Functions whose name begins as the framework would name them share one pattern; each other one has its own. */
  #logStatements(functions: readonly ServiceFunction[], at: Span): readonly Plain[] {
    const service = this.#service;
    const prefix = service.text([service.name, '-', service.stage], at);
    const start = literal(prefix);
    const create: Plain[] = [];
    const put: Plain[] = [];
    const silent: Plain[] = [];
    let canonical = false;
    for (const fn of functions) {
      const name = literal(fn.name);
      const isCanonical =
        !get(fn.node, 'name') || (name !== undefined && start !== undefined && name.startsWith(start));
      const isSilent = isTruthy(get(fn.node, 'disableLogs'));
      if (isCanonical) {
        if (isSilent) silent.push(this.#logArn(fn.name, ':*', fn.at));
        else canonical = true;
      } else if (!isSilent) {
        create.push(this.#logArn(fn.name, ':*', fn.at));
        put.push(this.#logArn(fn.name, ':*:*', fn.at));
      }
    }
    if (canonical) {
      create.push(this.#logArn(prefix, '*:*', at));
      put.push(this.#logArn(prefix, '*:*:*', at));
    }
    const tag = service.version === 2 ? [] : ['logs:TagResource'];
    return [
      { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:CreateLogGroup', ...tag], Resource: create },
      { Effect: 'Allow', Action: ['logs:PutLogEvents'], Resource: put },
      ...(canonical && silent.length > 0 ? [{ Effect: 'Deny', Action: 'logs:PutLogEvents', Resource: silent }] : []),
    ];
  }

  #logArn(name: DataNode, after: string, at: Span): Plain {
    const parts: readonly Plain[] = [
      'arn:',
      { Ref: 'AWS::Partition' },
      ':logs:',
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      ':log-group:/aws/lambda/',
      name,
      after,
    ];
    const text = literal(name);
    if (text === undefined) return this.#service.text(parts, at);
    return {
      'Fn::Sub': `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/${text}${after}`,
    };
  }
}
