import type { Model } from '#runtimes/engine/language';
import { UNKNOWN } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { logged } from '#runtimes/lines';

const LEVELS = 'debug error info log trace warn'.split(' ');
const line = logged();

/** Rows of a sheet: every cell counts but those that start with our own text, such as an apostrophe. */
const rows: Model = (view) => {
  cells(view, view.arg(0) ?? UNKNOWN, 0);
  return undefined;
};

const MAX_DEPTH = 4;

function cells(view: CallView, value: typeof UNKNOWN, depth: number): void {
  const [head] = value.text ?? [];
  if (depth > MAX_DEPTH || (typeof head === 'string' && /^[^=+\-@\t\r\n]/.test(head))) return;
  if (value.taints.length > 0) view.sink('csv', 0, { value });
  for (const one of value.objects) {
    for (const cell of [...one.fields.values(), one.rest, one.spread]) {
      const inside = view.machine.state.get(cell);
      if (inside) cells(view, inside, depth + 1);
    }
  }
}

/** What is written for people and programs outside: entries of a log, sheets. */
export const OUTPUTS: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(LEVELS.map((level) => [`console.${level}`, line])),
  'csv-stringify.stringify': rows,
  'csv-stringify/sync.stringify': rows,
  'fast-csv.write': rows,
  'fast-csv.writeToBuffer': rows,
  'fast-csv.writeToString': rows,
  'json2csv.parse': rows,
  'json2csv.Parser().parse': rows,
  '@json2csv/plainjs.Parser().parse': rows,
  'papaparse.unparse': rows,
};
