import { collections } from '#frameworks/terraform/functions/collections';
import { dates } from '#frameworks/terraform/functions/dates';
import { encodings } from '#frameworks/terraform/functions/encodings';
import { filesystem } from '#frameworks/terraform/functions/filesystem';
import type { AnyFunction } from '#frameworks/terraform/functions/function';
import { network } from '#frameworks/terraform/functions/network';
import { numbers } from '#frameworks/terraform/functions/numbers';
import { patterns } from '#frameworks/terraform/functions/patterns';
import { strings } from '#frameworks/terraform/functions/strings';

/** The functions by name. What is not here is unknown, and counts as not implemented. */
export const functions: ReadonlyMap<string, AnyFunction> = new Map(
  Object.entries({
    ...strings,
    ...patterns,
    ...numbers,
    ...collections,
    ...encodings,
    ...dates,
    ...network,
    ...filesystem,
  }),
);
