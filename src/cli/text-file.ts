import { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { MAX_FILE_BYTES } from '#source/snapshot';

/** Bytes as a text file, or why they are none. Text that is not UTF-8 is read as Latin-1 and never edited. */
export function textFile(path: string, bytes: Buffer): SourceFile | Problem {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(path, bytes.length);
  if (bytes.subarray(0, 8000).includes(0)) return { kind: 'skipped', path, message: 'It is a binary file.' };
  try {
    return new SourceFile(path, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return new SourceFile(path, bytes.toString('latin1'), false);
  }
}

export function tooLarge(path: string, bytes: number): Problem {
  const limit = MAX_FILE_BYTES / 1024 / 1024;
  return {
    kind: 'skipped',
    path,
    message: `It has ${(bytes / 1024 / 1024).toFixed(1)} MB; files over ${limit} MB are not read. Split it or put it under \`ignore\`.`,
  };
}
