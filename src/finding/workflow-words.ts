import { code } from '#finding/markdown';
import type { JobStep, NamedJob } from '#model/workflow';

/** `the step `Deploy` of `release``: the step by what its author, or else its action, calls it. */
export function stepWords({ step, in: job }: JobStep): string {
  const [name] = [...step.at('name'), ...step.at('id'), ...step.at('uses')].flatMap((one) => one.string ?? []);
  const what = name === undefined ? 'a step' : `the step ${code(name)}`;
  return job === undefined ? what : `${what} of ${code(job.name)}`;
}

/** `the job `release``. */
export function jobWords({ name }: NamedJob): string {
  return `the job ${code(name)}`;
}
