import type { Model } from '#runtimes/engine/language';
import { CODE, CODE_FAMILIES } from '#runtimes/javascript/models/code';
import { together } from '#runtimes/javascript/models/family';
import { FILE_FAMILIES, FILES } from '#runtimes/javascript/models/files';
import { PROCESS_FAMILIES, PROCESSES } from '#runtimes/javascript/models/processes';
import { SQL, SQL_FAMILIES } from '#runtimes/javascript/models/sql';
import { URL_FAMILIES, URLS } from '#runtimes/javascript/models/urls';

/** What packages do with what they are given, by the whole path. */
export const MODELS: Readonly<Record<string, Model>> = { ...CODE, ...FILES, ...PROCESSES, ...SQL, ...URLS };

/** What methods of packages do, whatever they are called on. */
export const FAMILIES = together(CODE_FAMILIES, FILE_FAMILIES, PROCESS_FAMILIES, SQL_FAMILIES, URL_FAMILIES);
