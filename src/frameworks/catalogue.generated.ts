// Made by tools/generate/catalogue.ts from the folders below src/frameworks. Do not edit: run npm run generate.
import type { Framework } from '#frameworks/framework';

/** Every lens. Each recognizes its own files only. */
export const frameworks: readonly Framework[] = [];
