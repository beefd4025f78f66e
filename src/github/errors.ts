/** What kind of refusal an answer of GitHub is; it decides what the caller does next. */
export type FailureKind =
  | 'rate-limit'
  | 'not-found'
  | 'forbidden'
  | 'unauthorized'
  | 'refused'
  | 'server'
  /** We stopped by ourselves: superseded, canceled or shutting down. */
  | 'stopped';

/** A request that GitHub did not serve. `retryAfter` in seconds, where waiting helps and GitHub said or implied how long. */
export class GitHubError extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly status: number | undefined = undefined,
    readonly retryAfter: number | undefined = undefined,
    /** `x-github-request-id`: what GitHub's support asks for. */
    readonly requestId: string | undefined = undefined,
  ) {
    super(message);
    this.name = 'GitHubError';
  }
}

/** Whether an error is a failure of a kind. */
export function isFailure(error: unknown, ...kinds: readonly FailureKind[]): error is GitHubError {
  return error instanceof GitHubError && kinds.includes(error.kind);
}

/** "If no retry-after is given, wait for at least one minute" (docs: rate limits for the REST API, secondary limits). */
const SECONDARY_LIMIT_SECONDS = 60;

/**
 * Names the kind of an error thrown by Octokit.
 * @param now milliseconds since the epoch, for `x-ratelimit-reset`
 */
export function classify(error: unknown, now: number): GitHubError {
  if (error instanceof GitHubError) return error;
  if (!isObject(error)) return new GitHubError('server', String(error));
  if (error.name === 'GraphqlResponseError') return classifyGraphql(error, now);
  if (error.name === 'AbortError') return new GitHubError('stopped', 'The request was canceled.');
  const status = typeof error.status === 'number' ? error.status : undefined;
  const response = isObject(error.response) ? error.response : {};
  const headers = isObject(response.headers) ? response.headers : {};
  const message = sentence(typeof error.message === 'string' ? error.message : 'unknown error');
  const requestId = text(headers['x-github-request-id']);
  const make = (kind: FailureKind, retryAfter?: number) =>
    new GitHubError(kind, message, status, retryAfter, requestId);
  if (status === undefined || status >= 500) return make('server', seconds(headers['retry-after']));
  if (status === 403 || status === 429) {
    const wait = limitWait(headers, message, status, now);
    return wait === undefined ? make('forbidden') : make('rate-limit', wait);
  }
  if (status === 401) return make('unauthorized');
  if (status === 404 || status === 410 || status === 451) return make('not-found');
  return make('refused');
}

/** GraphQL answers limits and refusals with 200 and `errors` (docs: rate limits for the GraphQL API). */
function classifyGraphql(error: Record<string, unknown>, now: number): GitHubError {
  const errors = Array.isArray(error.errors) ? error.errors.filter(isObject) : [];
  const types = errors.map((one) => String(one.type ?? ''));
  const message = sentence(errors.map((one) => String(one.message ?? '')).join('; '));
  const headers = isObject(error.headers) ? error.headers : {};
  const requestId = text(headers['x-github-request-id']);
  if (types.includes('RATE_LIMITED') || types.includes('RATE_LIMIT') || /secondary rate limit/i.test(message)) {
    const wait = limitWait(headers, message, 429, now) ?? SECONDARY_LIMIT_SECONDS;
    return new GitHubError('rate-limit', message, 200, wait, requestId);
  }
  if (types.includes('FORBIDDEN') || types.includes('INSUFFICIENT_SCOPES'))
    return new GitHubError('forbidden', message, 200, undefined, requestId);
  if (types.includes('NOT_FOUND')) return new GitHubError('not-found', message, 200, undefined, requestId);
  if (/something went wrong|timeout|timed out|couldn't respond/i.test(message))
    return new GitHubError('server', message, 200, undefined, requestId);
  return new GitHubError('refused', message, 200, undefined, requestId);
}

function limitWait(headers: Record<string, unknown>, message: string, status: number, now: number): number | undefined {
  const after = seconds(headers['retry-after']);
  if (after !== undefined) return after;
  if (String(headers['x-ratelimit-remaining'] ?? '') === '0') {
    const reset = seconds(headers['x-ratelimit-reset']);
    return reset === undefined ? SECONDARY_LIMIT_SECONDS : Math.max(1, Math.ceil(reset - now / 1000));
  }
  if (status === 429 || /secondary rate|abuse detection/i.test(message)) return SECONDARY_LIMIT_SECONDS;
  return undefined;
}

function seconds(value: unknown): number | undefined {
  const number = Number(value);
  return value !== undefined && value !== null && value !== '' && Number.isFinite(number) && number >= 0
    ? number
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The first 300 characters: GitHub's messages can quote what was sent. */
function sentence(message: string): string {
  return message.replace(/\s+/g, ' ').slice(0, 300);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
