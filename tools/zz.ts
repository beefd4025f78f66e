import { readFileSync } from 'node:fs';
import { constructionsOf } from '#frameworks/cdk/constructions';
import { tokensOf } from '#frameworks/cdk/tokens';
import { SourceFile } from '#source/file';
const f = new SourceFile('a.ts', readFileSync(process.argv[2] ?? '', 'utf8'));
for (const c of constructionsOf(f, 'typescript').constructions) console.log(c.id, c.className, JSON.stringify(c.scope), c.within, c.variable);
console.log(tokensOf(f.text,'typescript').slice(0,60).map(t=>t.kind+':'+t.value).join(' '));
