import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { grammarFiles } from '#cli/grammar-files';
import { frameworks } from '#frameworks/catalogue';
import { analyseHandlers } from '#runtimes/handlers';
import { DEFAULT_CONFIG } from '#scan/config';
import { scan } from '#scan/scan';
import { SourceFile, linesOf } from '#source/file';
import { Grammars } from '#syntax/code/grammars';
const root = process.argv[2]!;
const paths: string[] = [];
const walk = (d: string) => { for (const e of readdirSync(d, { withFileTypes: true })) { if (e.name === 'node_modules' || e.name === '.git') continue; const p = join(d, e.name); if (e.isDirectory()) walk(p); else if (e.isFile() && statSync(p).size < 2e6) paths.push(relative(root, p)); } };
walk(root);
const files = new Map<string, SourceFile>();
const get = (p: string) => { let f = files.get(p); if (!f) { f = new SourceFile(p, readFileSync(join(root, p), 'utf8')); files.set(p, f); } return f; };
const set = new Set(paths);
const snapshot = { commit: 'x', list: async () => ({ entries: paths.map((path) => ({ path, blob: path, size: 1, kind: 'file' as const })), truncated: false }), read: async (ps: readonly string[]) => new Map(ps.filter((p) => set.has(p)).map((p) => [p, get(p)])) };
const s = await scan(snapshot as never, { rules: [], frameworks, config: DEFAULT_CONFIG, today: '2026-11-29', scope: 'everything' } as never);
const reader = { read: snapshot.read, has: (p: string) => set.has(p), list: (d: string) => paths.filter((p) => p.slice(0, Math.max(0, p.lastIndexOf('/'))) === d).sort(), below: (d: string) => paths.filter((p) => d === '' || p.startsWith(`${d}/`)).sort() };
const t = Date.now();
const { analyses, problems } = await analyseHandlers(s.cloud, reader as never, 'everything', new Grammars(grammarFiles));
console.log(analyses.length, 'handlers', Date.now() - t, 'ms', problems.length, 'problems');
for (const { handler, machine } of analyses) {
  if (process.argv[3] === '-v') console.log(handler.id, machine.steps, 'steps', machine.calls.length, 'calls', machine.calls.map((c) => c.path).join(' ').slice(0, 400));
  for (const f of handler.flows) console.log(`${f.at.file.path}:${linesOf(f.at).start} ${f.sink} ${f.callee} <- ${f.source.text} [${f.source.triggers.map((x) => x.label).join()}] ${f.confidence} ${f.partial.join()} :: ${f.steps.map((x) => `${linesOf(x.at).start} ${x.text}`).join(' > ')}`);
  for (const o of handler.observations) console.log(`${o.at.file.path}:${linesOf(o.at).start} OBS ${o.kind} ${o.callee} ${JSON.stringify(o.details)}`);
  if (process.argv[3] === '-v') for (const g of handler.gaps) console.log('GAP', g.message);
}
