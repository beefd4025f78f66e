/** Who calls, and what they may: App JWTs, installation tokens with their permissions, personal tokens. */
import { randomBytes, verify } from 'node:crypto';
import { clientId } from '#test/standin/represent';
import type { Json } from '#test/standin/route';
import {
  type Access,
  type Account,
  type App,
  atLeast,
  type Installation,
  notFound,
  type Permissions,
  Refused,
  type Repository,
  type World,
} from '#test/standin/state';

/** A caller. `account` is who is shown as the author of what they write. */
export type Actor =
  | { readonly kind: 'app'; readonly app: App }
  | {
      readonly kind: 'installation';
      readonly app: App;
      readonly installation: Installation;
      readonly permissions: Permissions;
      readonly account: Account;
    }
  | { readonly kind: 'user'; readonly account: Account }
  | { readonly kind: 'anonymous' };

interface Token {
  readonly installation: Installation;
  readonly permissions: Permissions;
  readonly expires: number;
}

const hour = 3_600_000;

/** What an operation needs of an App (docs: "Permissions required for GitHub Apps"); one of several suffices. */
const needs: Readonly<Record<string, readonly (readonly [string, Access])[]>> = {
  'checks/create': [['checks', 'write']],
  'checks/update': [['checks', 'write']],
  'checks/create-suite': [['checks', 'write']],
  'checks/rerequest-run': [['checks', 'write']],
  'code-scanning/upload-sarif': [['security_events', 'write']],
  'git/update-ref': [['contents', 'write']],
  'issues/get': [['issues', 'read'], ['pull_requests', 'read']],
  'issues/list-comments': [['issues', 'read'], ['pull_requests', 'read']],
  'issues/get-comment': [['issues', 'read'], ['pull_requests', 'read']],
  'reactions/list-for-issue-comment': [['issues', 'read'], ['pull_requests', 'read']],
  'issues/create-comment': [['issues', 'write'], ['pull_requests', 'write']],
  'issues/update-comment': [['issues', 'write'], ['pull_requests', 'write']],
  'issues/delete-comment': [['issues', 'write'], ['pull_requests', 'write']],
  'reactions/create-for-issue-comment': [['issues', 'write'], ['pull_requests', 'write']],
  'reactions/delete-for-issue-comment': [['issues', 'write'], ['pull_requests', 'write']],
  'reactions/create-for-pull-request-review-comment': [['pull_requests', 'write']],
  'reactions/delete-for-pull-request-comment': [['pull_requests', 'write']],
  'reactions/list-for-pull-request-review-comment': [['pull_requests', 'read']],
  'repos/list-pull-requests-associated-with-commit': [['contents', 'read'], ['pull_requests', 'read']],
  'repos/get': [],
  'repos/get-collaborator-permission-level': [],
}; // biome-ignore format: a table

function needed(operation: string, method: string): readonly (readonly [string, Access])[] {
  const listed = needs[operation];
  if (listed !== undefined) return listed;
  const access = method === 'GET' ? 'read' : 'write';
  const room = operation.split('/')[0];
  if (room === 'pulls') return [['pull_requests', access]];
  if (room === 'checks') return [['checks', access]];
  return [['contents', access]];
}

/** Issues and checks credentials. Tokens live an hour of the machine's time, as JWTs are made with the machine's time. */
export class Authority {
  readonly #world: World;
  readonly #tokens = new Map<string, Token>();
  readonly #users = new Map<string, Account>();

  constructor(world: World) {
    this.#world = world;
  }

  /** A personal token with all that its owner may. */
  userToken(account: Account): string {
    const token = `ghp_${randomBytes(18).toString('hex')}`;
    this.#users.set(token, account);
    return token;
  }

  /** A token of an installation, narrowed to the permissions asked for (422 for more than the App was granted). */
  installationToken(
    installation: Installation,
    asked: Permissions | undefined,
  ): { token: string; expires_at: string; permissions: Permissions } {
    if (installation.suspended) throw new Refused(403, 'This installation has been suspended');
    for (const [name, access] of Object.entries(asked ?? {})) {
      if (!grants(installation.permissions, name, access)) {
        throw new Refused(422, 'The permissions requested are not granted to this installation.');
      }
    }
    const token = `ghs_${randomBytes(18).toString('hex')}`;
    const permissions = asked ?? installation.permissions;
    const expires = Date.now() + hour;
    this.#tokens.set(token, { installation, permissions, expires });
    return { token, permissions, expires_at: new Date(expires).toISOString().replace(/\.\d+Z$/, 'Z') };
  }

  /** Tells the caller by the `authorization` header; 401 for what is no valid credential. */
  authenticate(header: string | undefined): Actor {
    if (header === undefined) return { kind: 'anonymous' };
    const credential = /^(?:bearer|token) (\S+)$/i.exec(header)?.[1] ?? '';
    const { app } = this.#world;
    if (credential.split('.').length === 3 && app !== undefined)
      return { kind: 'app', app: verifyJwt(app, credential) };
    const user = this.#users.get(credential);
    if (user !== undefined) return { kind: 'user', account: user };
    const token = this.#tokens.get(credential);
    if (token === undefined || app === undefined || token.expires < Date.now() || token.installation.suspended) {
      throw new Refused(401, 'Bad credentials');
    }
    return {
      kind: 'installation',
      app,
      account: app.bot,
      installation: token.installation,
      permissions: token.permissions,
    };
  }
}

function grants(permissions: Permissions, name: string, access: Access): boolean {
  if (name === 'metadata' && access === 'read') return true;
  return permissions[name] === 'write' || permissions[name] === access;
}

/** docs: generating a JWT for a GitHub App: RS256, `iss` the client or App id, `exp` at most ten minutes ahead. */
function verifyJwt(app: App, jwt: string): App {
  const [head = '', body = '', signature = ''] = jwt.split('.');
  const decode = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  const refuse = (message: string) => new Refused(401, message);
  try {
    if (decode(head).alg !== 'RS256') throw refuse('A JSON web token could not be decoded');
    const signed = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${body}`),
      app.publicKey,
      Buffer.from(signature, 'base64url'),
    );
    if (!signed) throw refuse('A JSON web token could not be decoded');
    const claims = decode(body);
    const now = Date.now() / 1000;
    if (String(claims.iss) !== String(app.id) && claims.iss !== clientId(app))
      throw refuse("'Issuer' claim ('iss') must be the App's id");
    if (Number(claims.exp) < now) throw refuse("'Expiration time' claim ('exp') is too far in the past");
    if (Number(claims.exp) > now + 600) throw refuse("'Expiration time' claim ('exp') is too far in the future");
    if (Number(claims.iat) > now + 60)
      throw refuse("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
    return app;
  } catch (error) {
    throw error instanceof Refused ? error : refuse('A JSON web token could not be decoded');
  }
}

/** The 403 of every App that lacks a permission. */
export function notAccessible(): Refused {
  return new Refused(403, 'Resource not accessible by integration');
}

/** Whether an actor has a permission on a repository, thinking of Apps and people alike. */
export function may(world: World, actor: Actor, repository: Repository, name: string, access: Access): boolean {
  if (actor.kind === 'installation')
    return actor.installation.repositories.has(repository) && grants(actor.permissions, name, access);
  if (actor.kind !== 'user') return false;
  return atLeast(world.roleOf(repository, actor.account), access === 'read' ? 'read' : 'write');
}

/** Refuses a call on a repository that the caller may not make: 404 where they may not even know of it, else 403. */
export function authorize(world: World, actor: Actor, repository: Repository, operation: string, method: string): void {
  if (actor.kind === 'app') {
    if (!operation.startsWith('apps/')) throw new Refused(403, 'Resource not accessible by integration');
    return;
  }
  const reads = method === 'GET';
  if (actor.kind === 'anonymous') {
    if (repository.private) throw notFound();
    if (!reads) throw new Refused(401, 'Requires authentication');
    return;
  }
  if (actor.kind === 'user') {
    if (operation.startsWith('checks/') && !reads) throw new Refused(403, 'You must authenticate via a GitHub App.');
    if (!may(world, actor, repository, 'any', 'read')) throw notFound();
    return;
  }
  if (!actor.installation.repositories.has(repository)) {
    if (repository.private) throw notFound();
    if (!reads) throw notAccessible();
    return;
  }
  const listed = needed(operation, method);
  if (listed.length > 0 && !listed.some(([name, access]) => grants(actor.permissions, name, access)))
    throw notAccessible();
}
