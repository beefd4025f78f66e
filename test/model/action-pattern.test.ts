import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actionCovers, actionOverlaps, arnCovers, covers, matches, overlaps } from '#model/action-pattern';
import { Text } from '#model/text';

const letters = fc.array(fc.constantFrom('a', 'b', ':'), { maxLength: 7 }).map((list) => list.join(''));
const pattern = fc.array(fc.constantFrom('a', 'b', ':', '*', '?'), { maxLength: 7 }).map((list) => list.join(''));
const starsOnly = fc.array(fc.constantFrom('a', 'b', ':', '*'), { maxLength: 7 }).map((list) => list.join(''));

/** The definition, tried out: slow, but plainly right. */
function defines(glob: string, text: string): boolean {
  const [first, ...rest] = glob;
  if (first === undefined) return text === '';
  if (first !== '*')
    return text !== '' && (first === '?' || first === text[0]) && defines(rest.join(''), text.slice(1));
  for (let at = 0; at <= text.length; at++) if (defines(rest.join(''), text.slice(at))) return true;
  return false;
}

describe('wildcards', () => {
  it('match what the definition says', () => {
    fc.assert(
      fc.property(pattern, letters, (glob, text) => matches(glob, text) === defines(glob, text)),
      {
        numRuns: 1000,
      },
    );
  });

  it('cover only patterns whose texts they all match', () => {
    fc.assert(
      fc.property(pattern, pattern, letters, (outer, inner, text) => {
        if (covers(outer, inner) && matches(inner, text)) expect(matches(outer, text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('cover every pattern whose texts they all match, where no `?` is involved', () => {
    fc.assert(
      fc.property(starsOnly, starsOnly, (outer, inner) => {
        const fresh = 'z'.repeat(20);
        expect(covers(outer, inner)).toBe(matches(outer, inner.replaceAll('*', fresh)));
      }),
      { numRuns: 1000 },
    );
  });

  it('overlap wherever one text is of both, and with themselves', () => {
    fc.assert(
      fc.property(pattern, pattern, letters, (a, b, text) => {
        if (matches(a, text) && matches(b, text)) expect(overlaps(a, b)).toBe(true);
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(covers(a, a)).toBe(true);
        expect(covers('*', a)).toBe(true);
        if (covers(a, b)) expect(overlaps(a, b)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(overlaps('a*', 'b*')).toBe(false);
  });

  it('are compared in bounded time', () => {
    const hostile = `${'*a'.repeat(2000)}b`;
    expect(covers(hostile, 'a'.repeat(4000))).toBe(false);
  });
});

describe('actions', () => {
  it('have no case', () => {
    expect(actionCovers('S3:get*', 's3:GetObject')).toBe(true);
    expect(actionCovers('s3:Get*', 's3:PutObject')).toBe(false);
    expect(actionCovers('*', 'iam:PassRole')).toBe(true);
    expect(actionOverlaps('s3:*Object', 's3:Put*')).toBe(true);
  });
});

describe('ARNs known in part', () => {
  const region = { kind: 'hole', why: 'AWS::Region', name: 'AWS::Region' } as const;
  const partition = { kind: 'hole', why: 'AWS::Partition', name: 'AWS::Partition' } as const;
  const stage = { kind: 'hole', why: 'parameter Stage', name: 'Stage' } as const;
  const table = { kind: 'ref', resource: 't#Table', attribute: 'Arn' } as const;

  it('say yes and no only where no deployment could differ', () => {
    const orders = new Text(['arn:aws:sqs:', region, ':1:orders-', stage]);
    expect(arnCovers('arn:aws:sqs:*:*:orders-*', orders)).toBe('yes');
    expect(arnCovers('arn:aws:sns:*', orders)).toBe('no');
    expect(arnCovers('arn:aws:sqs:*:*:users', new Text(['arn:aws:sqs:', region, ':1:orders']))).toBe('no');
    expect(arnCovers('arn:aws:sqs:*:*:orders-prod', orders)).toBe('unknown');
    expect(arnCovers(orders, orders)).toBe('yes');
    expect(arnCovers(new Text(['arn:', partition, ':sqs:*:1:orders-*']), orders)).toBe('yes');
    expect(arnCovers(new Text([table, '/index/*']), new Text([table, '/index/byUser']))).toBe('yes');
    expect(arnCovers(new Text([table]), new Text([{ ...table, resource: 't#Other' }]))).toBe('unknown');
  });
});
