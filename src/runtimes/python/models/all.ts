import { DURABLE_CONTEXT } from '#runtimes/durable';
import type { Model } from '#runtimes/engine/language';
import { AWS, awsModel, conditionModel } from '#runtimes/python/models/aws';
import { DESERIALIZATION } from '#runtimes/python/models/deserialization';
import { ENCODINGS } from '#runtimes/python/models/encodings';
import { ARCHIVES, FILES } from '#runtimes/python/models/files';
import { LOGS } from '#runtimes/python/models/logs';
import { MARKUP } from '#runtimes/python/models/markup';
import { NETWORK } from '#runtimes/python/models/network';
import { NOSQL, NOSQL_PACKAGES } from '#runtimes/python/models/nosql';
import { PATTERNS } from '#runtimes/python/models/patterns';
import { PROCESSES } from '#runtimes/python/models/processes';
import { PROMPT_PACKAGES } from '#runtimes/python/models/prompts';
import { PYNAMODB } from '#runtimes/python/models/pynamodb';
import { SQL, SQL_PACKAGES } from '#runtimes/python/models/sql';
import { CRYPTOGRAPHY, TEMPLATES } from '#runtimes/python/models/templates';

/** What packages do with what they are given, by path. */
export const MODELS: Readonly<Record<string, Model>> = {
  ...ENCODINGS,
  ...PATTERNS,
  ...FILES,
  ...ARCHIVES,
  ...PROCESSES,
  ...DESERIALIZATION,
  ...MARKUP,
  ...SQL,
  ...NOSQL,
  ...AWS,
  ...NETWORK,
  ...TEMPLATES,
  ...CRYPTOGRAPHY,
  ...LOGS,
  ...PYNAMODB,
  ...DURABLE_CONTEXT,
};

/** By the package that a path starts with and the last name in it: connections are come by in many ways. */
const PACKAGES: ReadonlyMap<string, ReadonlyMap<string, Model>> = new Map(
  [SQL_PACKAGES, NOSQL_PACKAGES, PROMPT_PACKAGES].flatMap((table) =>
    Object.entries(table).map(([name, models]) => [name, new Map(Object.entries(models))] as const),
  ),
);

/** The model of a path that no table has as a whole. */
export function packageModel(path: string): Model | undefined {
  const aws = awsModel(path) ?? conditionModel(path);
  if (aws) return aws;
  const last = path.slice(path.lastIndexOf('.') + 1);
  let end = path.search(/[.(]/);
  for (let parts = 0; end > 0 && parts < 3; parts++) {
    const found = PACKAGES.get(path.slice(0, end))?.get(last);
    if (found) return found;
    const next = path.slice(end + 1).search(/[.(]/);
    end = path[end] === '(' || next < 0 ? -1 : end + 1 + next;
  }
  return undefined;
}
