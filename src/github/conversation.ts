import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Client } from '#github/client';
import type { Acceptance, Conversation, PullRequest } from '#github/gateway';
import type { Thread } from '#review/review';

/** Who we are in GitHub's eyes: only what this author wrote counts as ours. */
export interface Identity {
  /** The App's id; undefined when a person's token is used, which cannot own check runs. */
  readonly appId: number | undefined;
  /** Login as REST has it: `slug[bot]` for an App. */
  readonly login: string;
}

/** GraphQL's author: an App's login there has no `[bot]`. */
export interface Author {
  readonly __typename: string;
  readonly login: string;
}

export function loginOf(author: Author): string {
  return author.__typename === 'Bot' && !author.login.endsWith('[bot]') ? `${author.login}[bot]` : author.login;
}

/** Whether we wrote it: a person can have the login of our slug, but not its type. */
export function isOurs(identity: Identity, author: Author | null): boolean {
  return author !== null && loginOf(author).toLowerCase() === identity.login.toLowerCase();
}

/** Pages of 100 that are read of a conversation: 5,000 threads are more than GitHub's own page can show. */
const MAX_PAGES = 50;
/** Comments of a thread that are read; with more, somebody else is taken to have written. */
const THREAD_COMMENTS = 20;

interface Page<T> {
  readonly nodes: readonly (T | null)[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface CommentNode {
  readonly databaseId: number | null;
  readonly author: Author | null;
  readonly body: string;
}

interface ThreadNode {
  readonly id: string;
  readonly path: string;
  readonly diffSide: 'LEFT' | 'RIGHT';
  readonly line: number | null;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  readonly comments: { readonly totalCount: number; readonly nodes: readonly (CommentNode | null)[] | null };
}

interface Answer {
  readonly repository: {
    readonly pullRequest: {
      readonly headRefOid: string;
      readonly state: string;
      readonly reviewThreads?: Page<ThreadNode>;
      readonly comments?: Page<CommentNode>;
    } | null;
  } | null;
}

const DOCUMENT = `query ($owner: String!, $repo: String!, $number: Int!, $threads: String, $comments: String, $more: Boolean!, $talk: Boolean!) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      headRefOid
      state
      reviewThreads(first: 100, after: $threads) @include(if: $more) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id path diffSide line isResolved isOutdated
          comments(first: ${THREAD_COMMENTS}) { totalCount nodes { databaseId body author { __typename login } } }
        }
      }
      comments(first: 100, after: $comments) @include(if: $talk) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId body author { __typename login } }
      }
    }
  }
}`;

/** What is read out of the bodies of our own comments. */
export interface Markers {
  /** The fingerprints in a review comment's marker; empty when it has none. */
  fingerprints(body: string): readonly string[];
}

/** Reads threads and acceptances in one request for each hundred. */
export async function readConversation(
  client: Client,
  pull: PullRequest,
  identity: Identity,
  markers: Markers,
  key: string | undefined,
): Promise<Conversation> {
  const threads: Thread[] = [];
  const acceptances: Acceptance[] = [];
  let cursors: { threads: string | null; comments: string | null } = { threads: null, comments: null };
  let more = { threads: true, comments: true };
  for (let page = 0; ; page += 1) {
    const { repository } = await client.query<Answer>(DOCUMENT, {
      owner: pull.owner,
      repo: pull.repo,
      number: pull.number,
      threads: cursors.threads,
      comments: cursors.comments,
      more: more.threads,
      talk: more.comments,
    });
    const found = repository?.pullRequest;
    for (const node of found?.reviewThreads?.nodes ?? []) threads.push(...toThread(node, identity, markers));
    for (const node of found?.comments?.nodes ?? [])
      if (node !== null && isOurs(identity, node.author)) acceptances.push(...readAcceptances(pull, node.body, key));
    cursors = {
      threads: found?.reviewThreads?.pageInfo.endCursor ?? cursors.threads,
      comments: found?.comments?.pageInfo.endCursor ?? cursors.comments,
    };
    more = {
      threads: found?.reviewThreads?.pageInfo.hasNextPage ?? false,
      comments: found?.comments?.pageInfo.hasNextPage ?? false,
    };
    if ((!more.threads && !more.comments) || page + 1 >= MAX_PAGES)
      return {
        headSha: found?.headRefOid ?? '',
        state: found?.state === 'OPEN' ? 'open' : 'closed',
        threads,
        acceptances,
      };
  }
}

function toThread(node: ThreadNode | null, identity: Identity, markers: Markers): Thread[] {
  const comments = (node?.comments.nodes ?? []).filter((comment) => comment !== null);
  const first = comments[0];
  if (node === null || first?.databaseId == null || !isOurs(identity, first.author)) return [];
  const fingerprints = markers.fingerprints(first.body);
  if (fingerprints.length === 0) return [];
  return [
    {
      id: node.id,
      commentId: first.databaseId,
      fingerprints,
      path: node.path,
      side: node.diffSide,
      line: node.line ?? undefined,
      isResolved: node.isResolved,
      isOutdated: node.isOutdated,
      hasReplies:
        node.comments.totalCount > comments.length || comments.some((comment) => !isOurs(identity, comment.author)),
      body: first.body,
    },
  ];
}

const ACCEPTANCE = /<!-- leastwise:accepted ([A-Za-z0-9_-]{1,60000})\.([A-Za-z0-9_-]{43}) -->/;

interface AcceptanceRecord {
  readonly by: string;
  readonly fingerprints: readonly string[];
}

/** The hidden record of an acceptance, signed: whoever may edit our comment cannot add to what was accepted. */
export function acceptanceMarker(pull: PullRequest, record: AcceptanceRecord, key: string): string {
  const payload = Buffer.from(JSON.stringify(record)).toString('base64url');
  return `<!-- leastwise:accepted ${payload}.${signature(pull, payload, key).toString('base64url')} -->`;
}

/** The acceptances that a comment of ours records; none without our signature for this very pull request. */
export function readAcceptances(pull: PullRequest, body: string, key: string | undefined): Acceptance[] {
  const match = ACCEPTANCE.exec(body);
  if (match === null || key === undefined) return [];
  const [, payload = '', given = ''] = match;
  const signed = Buffer.from(given, 'base64url');
  const expected = signature(pull, payload, key);
  if (signed.length !== expected.length || !timingSafeEqual(signed, expected)) return [];
  const record: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (!isRecord(record)) return [];
  return record.fingerprints.map((fingerprint) => ({ fingerprint, by: record.by }));
}

function signature(pull: PullRequest, payload: string, key: string): Buffer {
  const place = `${pull.owner}/${pull.repo}#${pull.number}`.toLowerCase();
  return createHmac('sha256', key).update(`leastwise acceptance\n${place}\n${payload}`).digest();
}

function isRecord(value: unknown): value is AcceptanceRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { by, fingerprints } = value as Partial<AcceptanceRecord>;
  return typeof by === 'string' && Array.isArray(fingerprints) && fingerprints.every((one) => typeof one === 'string');
}
