import { DURABLE_CONTEXT } from '#runtimes/durable';
import type { Model } from '#runtimes/engine/language';
import { ARCHIVE_FAMILIES, ARCHIVES } from '#runtimes/javascript/models/archives';
import { AWS } from '#runtimes/javascript/models/aws';
import { CLASS_VALIDATOR } from '#runtimes/javascript/models/class-validator';
import { CODE, CODE_FAMILIES } from '#runtimes/javascript/models/code';
import { DOCUMENT_FAMILIES, DOCUMENTS } from '#runtimes/javascript/models/documents';
import { together } from '#runtimes/javascript/models/family';
import { FILE_FAMILIES, FILES } from '#runtimes/javascript/models/files';
import { FRAMEWORK_FAMILIES, FRAMEWORKS } from '#runtimes/javascript/models/frameworks';
import { GRAPHQL, GRAPHQL_FAMILIES } from '#runtimes/javascript/models/graphql';
import { IO_TS_FAMILIES } from '#runtimes/javascript/models/io-ts';
import { MERGING, MERGING_FAMILIES } from '#runtimes/javascript/models/merging';
import { MIDDLEWARES } from '#runtimes/javascript/models/middleware';
import { NOSQL, NOSQL_FAMILIES } from '#runtimes/javascript/models/nosql';
import { OUTPUTS } from '#runtimes/javascript/models/outputs';
import { PROCESS_FAMILIES, PROCESSES } from '#runtimes/javascript/models/processes';
import { PROMPT_FAMILIES } from '#runtimes/javascript/models/prompts';
import { SCHEMA_FAMILIES, SCHEMAS } from '#runtimes/javascript/models/schemas';
import { SQL, SQL_FAMILIES } from '#runtimes/javascript/models/sql';
import { TABLE_FAMILIES, TABLES } from '#runtimes/javascript/models/tables';
import { URL_FAMILIES, URLS } from '#runtimes/javascript/models/urls';
import { VALIDATORS } from '#runtimes/javascript/models/validators';
import { WRAPPERS } from '#runtimes/javascript/models/wrappers';

/** What packages do with what they are given, by the whole path. */
export const MODELS: Readonly<Record<string, Model>> = {
  ...ARCHIVES,
  ...AWS,
  ...CLASS_VALIDATOR,
  ...CODE,
  ...DOCUMENTS,
  ...FILES,
  ...FRAMEWORKS,
  ...GRAPHQL,
  ...MERGING,
  ...MIDDLEWARES,
  ...NOSQL,
  ...OUTPUTS,
  ...PROCESSES,
  ...SCHEMAS,
  ...SQL,
  ...TABLES,
  ...URLS,
  ...VALIDATORS,
  ...WRAPPERS,
  ...DURABLE_CONTEXT,
};

/** What methods of packages do, whatever they are called on. */
export const FAMILIES = together(
  ARCHIVE_FAMILIES,
  CODE_FAMILIES,
  DOCUMENT_FAMILIES,
  FILE_FAMILIES,
  FRAMEWORK_FAMILIES,
  GRAPHQL_FAMILIES,
  IO_TS_FAMILIES,
  MERGING_FAMILIES,
  NOSQL_FAMILIES,
  PROCESS_FAMILIES,
  PROMPT_FAMILIES,
  SCHEMA_FAMILIES,
  SQL_FAMILIES,
  TABLE_FAMILIES,
  URL_FAMILIES,
);
