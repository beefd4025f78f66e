/** GraphQL: executed on GitHub's own (reduced) schema with the stand-in's resolvers. */
import { execute, type GraphQLFieldResolver, isObjectType, parse, validate } from 'graphql';
import { authorize, may } from '#test/standin/auth';
import { graphqlSchema } from '#test/standin/contract-graphql';
import {
  type Asking,
  actorNode,
  forbidden,
  GraphqlRefused,
  issueCommentNode,
  pullNode,
  refNode,
  repositoryNode,
  reviewCommentNode,
  threadNode,
} from '#test/standin/graphql-nodes';
import { pushTo } from '#test/standin/pulls';
import { setResolved } from '#test/standin/reviews';
import type { Json } from '#test/standin/route';
import {
  type Account,
  type Edits,
  type IssueComment,
  nodeId,
  type Pull,
  Refused,
  type Repository,
  type ReviewComment,
  type Thread,
  type World,
} from '#test/standin/state';

interface Input<T> {
  readonly input: T & { readonly clientMutationId?: string | null };
}

/** A thing by its GraphQL id, of the kind that is asked for. */
function find(world: World, id: string, kinds: readonly string[]): unknown {
  const thing = kinds.some((kind) => id.startsWith(`${kind}_`)) ? world.nodes.get(id) : undefined;
  if (thing === undefined)
    throw new GraphqlRefused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  return thing;
}

function author({ actor }: Asking): Account {
  if (actor.kind === 'user' || actor.kind === 'installation') return actor.account;
  throw new GraphqlRefused('FORBIDDEN', 'You must be authenticated.');
}

/** Needs contents: write for an App's token; contents: read is FORBIDDEN (gh-aw#35726, oven-sh/bun#40468). */
function resolve(threadId: string, resolved: boolean, asking: Asking) {
  const thread = find(asking.world, threadId, ['PRRT']) as Thread;
  if (!may(asking.world, asking.actor, thread.pull.base.repository, 'contents', 'write')) throw forbidden();
  const by = author(asking);
  setResolved(asking.world, thread, resolved ? by : undefined, by);
  return { thread: threadNode(asking, thread) };
}

function minimize(subjectId: string, reason: string | undefined, asking: Asking) {
  const comment = find(asking.world, subjectId, ['IC', 'PRRC']) as IssueComment | ReviewComment;
  const pull = 'pull' in comment ? comment.pull : comment.thread.pull;
  if (!may(asking.world, asking.actor, pull.base.repository, 'pull_requests', 'write')) throw forbidden();
  if (reason === undefined) delete comment.minimized;
  else comment.minimized = reason;
  return 'pull' in comment ? issueCommentNode(asking, comment) : reviewCommentNode(asking, comment);
}

interface CommitInput {
  readonly branch: {
    readonly id?: string | null;
    readonly repositoryNameWithOwner?: string | null;
    readonly branchName?: string | null;
  };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string | null };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
    readonly deletions?: readonly { readonly path: string }[] | null;
  } | null;
}

function createCommit({ branch, expectedHeadOid, message, fileChanges }: CommitInput, asking: Asking) {
  const { world, actor } = asking;
  const byId = /^REF_(\d+)_(.+)$/.exec(branch.id ?? '');
  const repository =
    byId === null
      ? world.repository(branch.repositoryNameWithOwner ?? '')
      : (find(world, nodeId('R', Number(byId[1])), ['R']) as Repository);
  const name = byId?.[2] ?? branch.branchName ?? '';
  if (!may(world, actor, repository, 'contents', 'write')) throw forbidden();
  const tip = repository.branches.get(name);
  if (tip === undefined) throw new GraphqlRefused('NOT_FOUND', `Could not resolve to a branch named '${name}'.`);
  // Optimistic locking: schema, `expectedHeadOid`.
  if (tip !== expectedHeadOid) {
    throw new GraphqlRefused(
      'STALE_DATA',
      `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`,
    );
  }
  const files = repository.objects.filesAt(tip);
  const edits: Record<string, Edits[string]> = {};
  for (const { path } of fileChanges?.deletions ?? []) {
    if (!files.has(path))
      throw new GraphqlRefused(
        'UNPROCESSABLE',
        `A path was requested for deletion which does not exist as of commit oid \`${tip}\``,
      );
    edits[path] = null;
  }
  for (const { path, contents } of fileChanges?.additions ?? []) {
    if (path.startsWith('.github/workflows/') && !may(world, actor, repository, 'workflows', 'write'))
      throw forbidden();
    edits[path] = Buffer.from(contents, 'base64');
  }
  const text = message.body == null ? message.headline : `${message.headline}\n\n${message.body}`;
  const sha = world.commit(repository, [tip], edits, text, author(asking));
  pushTo(world, repository, name, sha, author(asking));
  return { ref: refNode(repository, name), commit: repositoryNode(asking, repository).object({ oid: sha }) };
}

function node(id: string, asking: Asking): unknown {
  const thing = asking.world.nodes.get(id);
  if (thing === undefined)
    throw new GraphqlRefused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  if (id.startsWith('R_')) return repositoryNode(asking, thing as Repository);
  if (id.startsWith('PR_')) return pullNode(asking, thing as Pull);
  if (id.startsWith('PRRT_')) return threadNode(asking, thing as Thread);
  if (id.startsWith('PRRC_')) return reviewCommentNode(asking, thing as ReviewComment);
  return id.startsWith('IC_') ? issueCommentNode(asking, thing as IssueComment) : null;
}

/** Query and Mutation share one root: their fields have different names. */
const root = {
  viewer: (_: unknown, asking: Asking) => ({ ...actorNode(author(asking)), __typename: 'User' }),
  rateLimit: () => ({ cost: 1, limit: 5000, nodeCount: 0, remaining: 4999, used: 1, resetAt: '2030-01-01T00:00:00Z' }),
  node: ({ id }: { id: string }, asking: Asking) => node(id, asking),
  nodes: ({ ids }: { ids: readonly string[] }, asking: Asking) => ids.map((id) => node(id, asking)),
  repository: ({ owner, name }: { owner: string; name: string }, asking: Asking) => {
    const missing = new GraphqlRefused(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${owner}/${name}'.`,
    );
    const repository = asking.world.repositories.get(`${owner}/${name}`.toLowerCase());
    if (repository === undefined) throw missing;
    try {
      authorize(asking.world, asking.actor, repository, 'repos/get', 'GET');
    } catch {
      throw missing;
    }
    return repositoryNode(asking, repository);
  },
  resolveReviewThread: ({ input }: Input<{ threadId: string }>, asking: Asking) =>
    resolve(input.threadId, true, asking),
  unresolveReviewThread: ({ input }: Input<{ threadId: string }>, asking: Asking) =>
    resolve(input.threadId, false, asking),
  minimizeComment: ({ input }: Input<{ subjectId: string; classifier: string }>, asking: Asking) => ({
    minimizedComment: minimize(input.subjectId, input.classifier, asking),
  }),
  unminimizeComment: ({ input }: Input<{ subjectId: string }>, asking: Asking) => ({
    unminimizedComment: minimize(input.subjectId, undefined, asking),
  }),
  createCommitOnBranch: ({ input }: Input<CommitInput>, asking: Asking) => createCommit(input, asking),
};

/** A field that the stand-in does not know is an error of the stand-in, never a silent null. */
const resolveField: GraphQLFieldResolver<Json, Asking> = (source, args, asking, info) => {
  if (info.fieldName === 'clientMutationId') return null;
  const value = source[info.fieldName];
  if (value === undefined) throw new Error(`The stand-in does not serve ${info.parentType.name}.${info.fieldName}.`);
  return typeof value === 'function' ? value(args, asking, info) : value;
};

/** Answers a request's body: always 200 with `data` or `errors`, as GitHub does. */
export async function answerGraphql(asking: Asking, body: Json): Promise<Json> {
  const schema = graphqlSchema();
  let document: ReturnType<typeof parse>;
  try {
    document = parse(String(body.query));
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : 'Parse error' }] };
  }
  const invalid = validate(schema, document);
  if (invalid.length > 0) return { errors: invalid.map((error) => error.toJSON()) };
  const result = await execute({
    schema,
    document,
    rootValue: root,
    contextValue: asking,
    variableValues: (body.variables ?? {}) as Json,
    fieldResolver: resolveField,
    typeResolver: (value: Json, _context, info, type) => {
      const name = String(value.__typename);
      return isObjectType(info.schema.getType(name)) ? name : type.name;
    },
  });
  if (result.errors === undefined) return { data: result.data };
  const errors = result.errors.map((error) => {
    const cause = error.originalError;
    const type = cause instanceof GraphqlRefused ? cause.type : cause instanceof Refused ? 'UNPROCESSABLE' : undefined;
    return { ...(type === undefined ? {} : { type }), ...error.toJSON() };
  });
  return { data: result.data ?? null, errors };
}
