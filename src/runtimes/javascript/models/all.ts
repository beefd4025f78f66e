import type { Model } from '#runtimes/engine/language';
import { FILES } from '#runtimes/javascript/models/files';
import { PROCESSES } from '#runtimes/javascript/models/processes';
import { SQL } from '#runtimes/javascript/models/sql';

/** What packages do with what they are given, by path. */
export const MODELS: Readonly<Record<string, Model>> = { ...FILES, ...PROCESSES, ...SQL };
