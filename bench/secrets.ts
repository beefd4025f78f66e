import { folderSnapshot } from '#cli/folder';
import { secretsIn } from '#finding/secret-search';
import { rules } from '#rules/catalogue.generated';
import { DEFAULT_CONFIG } from '#scan/config';
import { findSecrets } from '#scan/secrets';
import { SourceFile } from '#source/file';
import { isFile } from '#source/snapshot';

/** Searches a folder for secrets and says how long it took and what was found: `bench/secrets.ts DIR [--places]`. */
async function main([directory, places]: readonly string[]): Promise<void> {
  if (directory === undefined) throw new Error('Give a folder.');
  const snapshot = folderSnapshot(directory);
  const { entries } = await snapshot.list();
  let characters = 0;
  const files = new Map<string, SourceFile>();
  const counting = {
    ...snapshot,
    read: async (paths: readonly string[]) => {
      const found = await snapshot.read(paths);
      for (const file of found.values()) {
        if (!isFile(file)) continue;
        characters += file.text.length;
        files.set(file.path, file);
      }
      return found;
    },
  };
  const options = {
    rules: rules.map((rule) => ({ rule, severity: undefined })),
    config: DEFAULT_CONFIG,
    scope: 'everything' as const,
  };
  const { secrets, problems } = await findSecrets(counting, options);
  const megabytes = characters / 1e6;
  console.log(`${entries.length} files, ${megabytes.toFixed(1)} MB of text searched; ${problems.length} problems`);
  for (let run = 0; run < 4; run++) {
    const started = process.cpuUsage();
    for (const file of files.values()) secretsIn(new SourceFile(file.path, file.text));
    const { user, system } = process.cpuUsage(started);
    const seconds = (user + system) / 1e6;
    console.log(`${seconds.toFixed(2)} s of CPU, ${(megabytes / seconds).toFixed(0)} MB/s`);
  }
  const counts = new Map<string, number>();
  for (const { format, confidence } of secrets) {
    const key = `${confidence} ${format}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [format, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count} ${format}`);
  if (places !== '--places') return;
  for (const { at, format, name } of secrets)
    console.log(`${at.file.path}:${at.file.position(at.span.start).line} ${format} ${name ?? ''}`);
}

await main(process.argv.slice(2));
