/** Starts the App from the environment; ends it on SIGTERM and SIGINT. */
import pino from 'pino';
import { type RunningApp, startApp } from '#app/app';
import { type Environment, EnvironmentError, readEnvironment } from '#app/environment';
import { reviewerInChild } from '#app/review-process';
import { fingerprintsIn } from '#review/marker';
import { rules } from '#rules/catalogue.generated';
import { parseConfig } from '#scan/config-file';
import { OWN_RULES } from '#scan/own-rules';
import { SourceFile } from '#source/file';

async function main(): Promise<void> {
  const environment = environmentOrExit();
  const log = pino({ name: 'leastwise', level: environment.logLevel });
  const ids = [...rules, ...OWN_RULES].map(({ id }) => id);
  const app = await startApp({
    environment,
    log,
    reviewer: reviewerInChild({ seconds: environment.reviewSeconds, megabytes: environment.reviewMegabytes }),
    parseConfig: (text, path) => parseConfig(new SourceFile(path, text), ids),
    markers: { fingerprints: fingerprintsIn },
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(app, signal));

  async function end(running: RunningApp, signal: string): Promise<void> {
    log.info({ signal }, 'stopping');
    await running.stop();
    process.exit(0);
  }
}

function environmentOrExit(): Environment {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    for (const mistake of error.mistakes) process.stderr.write(`${mistake}\n`);
    return process.exit(2);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The App could not be started.'}\n`);
  process.exit(1);
}
