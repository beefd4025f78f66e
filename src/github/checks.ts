import type { Client } from '#github/client';
import { isFailure } from '#github/errors';
import { ANNOTATIONS_PER_REQUEST, CHECK_NAME, type RepositoryName, type RunHandle, type RunKey } from '#github/gateway';
import type { Annotation, CheckRun } from '#review/review';

/** What a check run says while we work; a new one has no other text yet. */
const IN_PROGRESS = { title: 'Reviewing', summary: 'The review of this commit is under way.' };

interface ApiAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column?: number;
  end_column?: number;
  annotation_level: 'notice' | 'warning' | 'failure';
  title: string;
  message: string;
}

interface ApiRun {
  readonly id: number | bigint;
  readonly status: string;
  readonly conclusion: string | null;
  readonly completed_at: string | null;
  readonly external_id: string | null;
  readonly app: { readonly id: number | bigint } | null;
  readonly output: { readonly title: string | null; readonly annotations_count: number };
}

interface Found {
  readonly own: RunHandle | undefined;
  readonly failing: readonly number[];
}

/** The check runs of our App. @param appId none when a person's token is used: then there are no runs to find */
export class CheckRuns {
  constructor(
    readonly client: Client,
    readonly appId: number | undefined,
  ) {}

  async find(repository: RepositoryName, headSha: string, key: RunKey): Promise<RunHandle | undefined> {
    return (await this.#look(repository, headSha, key)).own;
  }

  async #look(repository: RepositoryName, headSha: string, key: RunKey): Promise<Found> {
    if (this.appId === undefined) return { own: undefined, failing: [] };
    const appId = this.appId;
    const runs: ApiRun[] = [];
    for (let page = 1; page <= 10; page += 1) {
      const { data } = await this.client.read((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
          ...repository,
          ref: headSha,
          check_name: CHECK_NAME,
          app_id: appId,
          filter: 'all',
          per_page: 100,
          page,
        }),
      );
      runs.push(...data.check_runs.filter((run) => Number(run.app?.id) === appId));
      if (data.check_runs.length < 100) break;
    }
    return this.#pick(repository, headSha, key, runs);
  }

  /**
   * The run in progress: the one that is there, else a new one. A POST that failed may have worked: it is looked for first.
   * @param again whether a completed run is begun anew; else it is given as it is
   */
  async start(repository: RepositoryName, headSha: string, key: RunKey, again: boolean): Promise<RunHandle> {
    const { own, failing } = await this.#look(repository, headSha, key);
    if (own?.completed !== undefined && again) {
      // Only a run in progress keeps the gate shut while the commit is looked at again.
      await this.#update(own, { status: 'in_progress', output: IN_PROGRESS });
      return { ...own, completed: undefined };
    }
    if (own !== undefined) return own;
    try {
      return await this.#create(repository, headSha, key, failing);
    } catch (error) {
      if (!isFailure(error, 'server')) throw error;
      const made = await this.find(repository, headSha, key);
      return made ?? this.#create(repository, headSha, key, failing);
    }
  }

  /**
   * Completes the run. GitHub appends annotations and never takes them away, so those that the run carries already are not
   * sent again, and a run that carries ones which no longer hold is left behind, completed, by a fresh one: the latest run of
   * a name is the one that counts.
   */
  async complete(run: RunHandle, checkRun: CheckRun): Promise<void> {
    const output = outputOf(checkRun);
    const wanted = checkRun.annotations.map(toApi);
    let missing: readonly ApiAnnotation[] = wanted;
    if (run.annotations > 0) {
      const there = await this.#annotations(run);
      missing = without(wanted, there);
      if (missing.length !== wanted.length - there.length) {
        await this.#update(run, {
          conclusion: checkRun.conclusion,
          output: { title: output.title, summary: 'A newer run of this check on the same commit replaces this one.' },
        });
        const fresh = await this.#create(run, run.headSha, run.key, run.failing);
        return this.complete(fresh, checkRun);
      }
    }
    await this.#append(run, checkRun, output, missing, wanted);
  }

  /** Ends a run whose commit is of no interest any more. */
  async cancel(run: RunHandle, reason: string): Promise<void> {
    await this.#update(run, { conclusion: 'cancelled', output: { title: 'Canceled', summary: reason } });
  }

  async #append(
    run: RunHandle,
    checkRun: CheckRun,
    output: Output,
    first: readonly ApiAnnotation[],
    wanted: readonly ApiAnnotation[],
  ): Promise<void> {
    let missing = first;
    for (let failures = 0; ; ) {
      const batch = missing.slice(0, ANNOTATIONS_PER_REQUEST);
      const last = missing.length <= ANNOTATIONS_PER_REQUEST;
      try {
        await this.#update(run, {
          ...(last ? { conclusion: checkRun.conclusion, status: 'completed' } : { status: 'in_progress' }),
          output: {
            ...(last ? output : IN_PROGRESS),
            ...(batch.length > 0 ? { annotations: batch } : {}),
          },
        });
      } catch (error) {
        failures += 1;
        if (!isFailure(error, 'server') || failures > 2) throw error;
        // Nobody knows whether the batch arrived: what is there decides.
        if (batch.length > 0) missing = without(wanted, await this.#annotations(run));
        continue;
      }
      if (last) return;
      missing = missing.slice(ANNOTATIONS_PER_REQUEST);
    }
  }

  #pick(repository: RepositoryName, headSha: string, key: RunKey, runs: readonly ApiRun[]): Found {
    const newest = [...runs].sort((a, b) => Number(b.id) - Number(a.id));
    const failing = new Set<number>();
    const seen = new Set<string>();
    for (const run of newest) {
      const id = run.external_id ?? '';
      if (id === key || seen.has(id)) continue;
      seen.add(id);
      const pull = /^pull\/(\d{1,12})$/.exec(id)?.[1];
      if (pull !== undefined && run.conclusion === 'failure') failing.add(Number(pull));
    }
    const own = newest.find((run) => run.external_id === key);
    if (own === undefined) return { own: undefined, failing: [...failing] };
    return { own: this.#handle(repository, headSha, key, own, [...failing]), failing: [...failing] };
  }

  #handle(
    repository: RepositoryName,
    headSha: string,
    key: RunKey,
    run: ApiRun,
    failing: readonly number[],
  ): RunHandle {
    const { owner, repo } = repository;
    return {
      owner,
      repo,
      id: Number(run.id),
      headSha,
      key,
      completed:
        run.status === 'completed'
          ? { conclusion: run.conclusion ?? '', at: run.completed_at ?? '', title: run.output.title ?? '' }
          : undefined,
      annotations: run.output.annotations_count,
      failing,
    };
  }

  async #create(
    { owner, repo }: RepositoryName,
    headSha: string,
    key: RunKey,
    failing: readonly number[],
  ): Promise<RunHandle> {
    const { data } = await this.client.write((octokit) =>
      octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        owner,
        repo,
        name: CHECK_NAME,
        head_sha: headSha,
        external_id: key,
        status: 'in_progress',
        output: IN_PROGRESS,
      }),
    );
    return this.#handle({ owner, repo }, headSha, key, data, failing);
  }

  async #update(run: RunHandle, change: Record<string, unknown>): Promise<void> {
    const { owner, repo, id } = run;
    await this.client.write((octokit) =>
      octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        owner,
        repo,
        check_run_id: id,
        ...change,
      }),
    );
  }

  async #annotations(run: RunHandle): Promise<readonly ApiAnnotation[]> {
    const { owner, repo, id } = run;
    const found: ApiAnnotation[] = [];
    for (let page = 1; page <= 100; page += 1) {
      const { data } = await this.client.read((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', {
          owner,
          repo,
          check_run_id: id,
          per_page: 100,
          page,
        }),
      );
      for (const one of data)
        found.push({
          path: one.path,
          start_line: one.start_line,
          end_line: one.end_line,
          annotation_level: level(one.annotation_level),
          title: one.title ?? '',
          message: one.message ?? '',
        });
      if (data.length < 100) break;
    }
    return found;
  }
}

interface Output {
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
}

function outputOf(checkRun: CheckRun): Output {
  return {
    title: checkRun.title,
    summary: checkRun.summary,
    ...(checkRun.text === undefined ? {} : { text: checkRun.text }),
  };
}

function toApi(annotation: Annotation): ApiAnnotation {
  const { path, startLine, endLine, startColumn, endColumn, level: annotation_level, title, message } = annotation;
  // OAS: columns are only allowed when start_line and end_line are the same.
  const columns =
    startLine === endLine && startColumn !== undefined && endColumn !== undefined
      ? { start_column: startColumn, end_column: endColumn }
      : {};
  return { path, start_line: startLine, end_line: endLine, ...columns, annotation_level, title, message };
}

function level(value: string | null): ApiAnnotation['annotation_level'] {
  return value === 'failure' || value === 'warning' ? value : 'notice';
}

/** What is in the first list and not in the second, each as often as it is there; columns do not tell two apart. */
function without(wanted: readonly ApiAnnotation[], there: readonly ApiAnnotation[]): readonly ApiAnnotation[] {
  const counts = new Map<string, number>();
  for (const one of there) counts.set(identity(one), (counts.get(identity(one)) ?? 0) + 1);
  return wanted.filter((one) => {
    const count = counts.get(identity(one)) ?? 0;
    if (count > 0) counts.set(identity(one), count - 1);
    return count === 0;
  });
}

function identity(one: ApiAnnotation): string {
  return JSON.stringify([one.path, one.start_line, one.end_line, one.annotation_level, one.title, one.message]);
}
