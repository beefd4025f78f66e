import { type Hole, type Part, Text } from '#model/text';

/** A piece of a `Fn::Sub` string: text, or the name of what is to be filled in. */
export type SubPart = string | { readonly name: string };

const VARIABLE = /\$\{([^${}]{0,256})\}/g;

/** Takes the string of a `Fn::Sub` apart. `${!Literal}` is the text `${Literal}`. */
export function subParts(template: string): SubPart[] {
  const parts: SubPart[] = [];
  let done = 0;
  for (const match of template.matchAll(VARIABLE)) {
    const name = (match[1] ?? '').trim();
    parts.push(template.slice(done, match.index));
    parts.push(name.startsWith('!') ? `\${${name.slice(1)}}` : { name });
    done = match.index + match[0].length;
  }
  parts.push(template.slice(done));
  return parts.filter((part) => part !== '');
}

const OPENING = /\{\{resolve:(ssm-secure|ssm|secretsmanager):/;
const LABELS = {
  ssm: 'dynamic reference to Systems Manager',
  'ssm-secure': 'dynamic reference to a secure Systems Manager parameter',
  secretsmanager: 'dynamic reference to Secrets Manager',
} as const;

/**
 * The parts with each dynamic reference (`{{resolve:secretsmanager:…}}`) as one hole, also when parameters and resources
 * are filled in within it. One that is never closed stays text.
 */
export function textOf(parts: readonly Part[]): Text | string {
  const all = Text.of(parts);
  if (typeof all === 'string') return all.includes('{{resolve:') ? Text.of(dynamicParts([all])) : all;
  return all.parts.some((part) => typeof part === 'string' && part.includes('{{resolve:'))
    ? Text.of(dynamicParts(all.parts))
    : all;
}

function dynamicParts(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  let open: { hole: Hole; skipped: Part[] } | undefined;
  for (const part of parts) {
    if (typeof part !== 'string') {
      (open?.skipped ?? out).push(part);
      continue;
    }
    let rest = part;
    while (rest !== '') {
      if (open) {
        const end = rest.indexOf('}}');
        if (end === -1) {
          open.skipped.push(rest);
          break;
        }
        out.push(open.hole);
        open = undefined;
        rest = rest.slice(end + 2);
        continue;
      }
      const match = OPENING.exec(rest);
      if (!match) {
        out.push(rest);
        break;
      }
      const dynamic = match[1] as keyof typeof LABELS;
      out.push(rest.slice(0, match.index));
      open = { hole: { kind: 'hole', why: LABELS[dynamic], dynamic }, skipped: [match[0]] };
      rest = rest.slice(match.index + match[0].length);
    }
  }
  if (open) out.push(...open.skipped);
  return out;
}

/** The text of a value where a string belongs: numbers and booleans are their text. */
export function scalarParts(data: string | number | boolean | null | Text): readonly Part[] {
  if (data instanceof Text) return data.parts;
  return data === null ? [] : [String(data)];
}
