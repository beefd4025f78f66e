import { collections } from '#frameworks/terraform/functions/collections';
import { encodings } from '#frameworks/terraform/functions/encodings';
import { filesystem } from '#frameworks/terraform/functions/filesystem';
import type { AnyFunction } from '#frameworks/terraform/functions/function';
import { numbers } from '#frameworks/terraform/functions/numbers';
import { strings } from '#frameworks/terraform/functions/strings';

/** The functions by name. What is not here is unknown, and counts as not implemented. */
export const functions: ReadonlyMap<string, AnyFunction> = new Map(
  Object.entries({ ...strings, ...numbers, ...collections, ...encodings, ...filesystem }),
);
