/** Check suites, check runs and annotations. Schema limits (50, 65535, 3, 20, 40) are held by the description itself. */
import { checkRunJson, checkSuiteJson } from '#test/standin/represent-checks';
import type { Json } from '#test/standin/route';
import {
  type Account,
  type Annotation,
  type App,
  type CheckRun,
  type CheckSuite,
  Refused,
  type Repository,
  type World,
} from '#test/standin/state';

/** A new suite for a pushed head, with its event. */
export function onPush(world: World, repository: Repository, branch: string, sha: string, by: Account): void {
  const { app } = world;
  if (app === undefined || world.installationOf(repository) === undefined || app.permissions.checks === undefined)
    return;
  if (repository.suites.some((suite) => suite.headSha === sha)) return;
  const suite = addSuite(world, repository, app, sha, branch);
  world.emit('check_suite', repository, by, { action: 'requested', check_suite: checkSuiteJson(suite) });
}

function addSuite(
  world: World,
  repository: Repository,
  app: App,
  headSha: string,
  headBranch: string | null,
): CheckSuite {
  const suite = { id: world.nextId(), repository, headSha, headBranch, app, createdAt: world.now() };
  repository.suites.push(suite);
  return world.register('CS', suite);
}

/** The suite of a head, made if there is none; a head that only a fork has gets no branch (OAS: null). */
export function suiteFor(world: World, repository: Repository, app: App, sha: string): CheckSuite {
  const known = repository.suites.find((suite) => suite.headSha === sha);
  if (known !== undefined) return known;
  const branch = [...repository.branches].find(([, tip]) => tip === sha)?.[0] ?? null;
  return addSuite(world, repository, app, sha, branch);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Creates a check run from a request's body. */
export function createRun(world: World, repository: Repository, app: App, body: Json): CheckRun {
  const sha = String(body.head_sha);
  if (repository.objects.commit(sha) === undefined) throw new Refused(422, `No commit found for SHA: ${sha}`);
  const suite = suiteFor(world, repository, app, sha);
  const run = world.register('CR', {
    id: world.nextId(),
    suite,
    annotations: [],
    name: '',
    status: 'queued',
    conclusion: null,
    externalId: '',
    detailsUrl: '',
    startedAt: world.now(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    actions: [],
  } as CheckRun);
  change(world, run, body);
  repository.runs.push(run);
  world.emit('check_run', repository, app.bot, { action: 'created', check_run: checkRunJson(run) });
  if (run.status === 'completed') complete(world, run);
  return run;
}

/** Updates a check run; only its own App may (docs: using the REST API to interact with checks). */
export function updateRun(world: World, run: CheckRun, app: App, body: Json): CheckRun {
  if (run.suite.app !== app) {
    throw new Refused(
      403,
      `Invalid app_id \`${app.id}\` - check run can only be modified by the GitHub App that created it.`,
    );
  }
  const before = run.status;
  change(world, run, body);
  if (run.status === 'completed' && before !== 'completed') complete(world, run);
  return run;
}

function complete(world: World, run: CheckRun): void {
  const { repository, app } = run.suite;
  world.emit('check_run', repository, app.bot, { action: 'completed', check_run: checkRunJson(run) });
  if (repository.runs.every((other) => other.suite !== run.suite || other.status === 'completed')) {
    world.emit('check_suite', repository, app.bot, {
      action: 'completed',
      check_suite: checkSuiteJson(run.suite),
    });
  }
}

function change(world: World, run: CheckRun, body: Json): void {
  const conclusion = text(body.conclusion);
  // OAS: "Providing conclusion will automatically set the status parameter to completed."
  const status = conclusion === undefined ? text(body.status) : 'completed';
  // OAS: conclusion is "Required if you provide completed_at or a status of completed". On create it is said in words only.
  if (conclusion === undefined && (status === 'completed' || body.completed_at !== undefined)) {
    throw new Refused(422, 'Invalid request.\n\nMissing required field conclusion: a completed check run needs one.');
  }
  // OAS: "You cannot change a check run conclusion to stale, only GitHub can set this."
  if (conclusion === 'stale') throw new Refused(422, 'Only GitHub can set the conclusion `stale`.');
  const output = isObject(body.output) ? body.output : undefined;
  const annotations = output?.annotations === undefined ? [] : (output.annotations as Annotation[]);
  for (const annotation of annotations) checkAnnotation(annotation);
  run.name = text(body.name) ?? run.name;
  run.externalId = text(body.external_id) ?? run.externalId;
  run.detailsUrl = text(body.details_url) ?? run.detailsUrl;
  run.startedAt = text(body.started_at) ?? run.startedAt;
  if (status !== undefined && status !== 'completed') Object.assign(run, { conclusion: null, completedAt: null });
  run.status = status ?? run.status;
  if (conclusion !== undefined) Object.assign(run, { conclusion, completedAt: text(body.completed_at) ?? world.now() });
  run.title = text(output?.title) ?? run.title;
  run.summary = text(output?.summary) ?? run.summary;
  run.text = text(output?.text) ?? run.text;
  if (Array.isArray(body.actions)) run.actions = body.actions;
  // OAS: annotations of later updates are appended to those that are there.
  run.annotations.push(...annotations);
}

const maxMessageBytes = 64 * 1024;

/** What OAS says of annotations in words, not in the schema. */
function checkAnnotation(annotation: Annotation): void {
  const { start_line: start, end_line: end } = annotation;
  const tooBig = ['message', 'raw_details'].find(
    (key) => Buffer.byteLength(String(annotation[key] ?? '')) > maxMessageBytes,
  );
  const problem =
    tooBig !== undefined
      ? `${tooBig} is over 64 KB`
      : String(annotation.title ?? '').length > 255
        ? 'title is over 255 characters'
        : start < 1 || end < start
          ? 'line numbers start at 1, and end_line is not before start_line'
          : start !== end && (annotation.start_column !== undefined || annotation.end_column !== undefined)
            ? 'columns are only allowed when start_line and end_line are the same'
            : undefined;
  if (problem !== undefined) throw new Refused(422, `Invalid request.\n\nInvalid annotation: ${problem}.`);
}

/** "Re-run": the event goes to the App that owns the run; the run itself is not changed (OAS `checks/rerequest-run`). */
export function rerequestRun(world: World, run: CheckRun, by: Account): void {
  world.emit('check_run', run.suite.repository, by, { action: 'rerequested', check_run: checkRunJson(run) });
}

/** "Re-run all checks". */
export function rerequestSuite(world: World, suite: CheckSuite, by: Account): void {
  world.emit('check_suite', suite.repository, by, { action: 'rerequested', check_suite: checkSuiteJson(suite) });
}

/** A press of one of the run's buttons, which are there after completion only (docs: using the REST API with checks). */
export function requestAction(world: World, run: CheckRun, identifier: string, by: Account): void {
  const offered = run.status === 'completed' && run.actions.some((action) => action.identifier === identifier);
  if (!offered) throw new Refused(422, `The check run offers no action ${identifier}.`);
  const payload = { action: 'requested_action', check_run: checkRunJson(run), requested_action: { identifier } };
  world.emit('check_run', run.suite.repository, by, payload);
}
