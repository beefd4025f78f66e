import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintsIn, type Marker, readMarker, withoutMarker, writeMarker } from '#review/marker';

const marker: Marker = {
  lines: 3,
  digest: 'abc123',
  states: new Map([
    ['f-1', 'high'],
    ['f_2', 'gone'],
  ]),
};

describe('the marker of a comment', () => {
  it('is read back as it was written', () => {
    expect(readMarker(`${writeMarker(marker)}\n\ntext`)).toEqual(marker);
  });

  it('carries any fingerprint without letting it end the comment', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (fingerprints) => {
        const written = writeMarker({ ...marker, states: new Map(fingerprints.map((one) => [one, 'low'])) });
        expect(written.slice(5, -4)).toMatch(/^[A-Za-z0-9_.=: -]+$/);
        expect(written.indexOf('-->')).toBe(written.length - 3);
        expect(fingerprintsIn(written)).toEqual([...new Set(fingerprints)]);
      }),
    );
    expect(fingerprintsIn(writeMarker({ ...marker, states: new Map([['a --> <b>', 'low']]) }))).toEqual(['a --> <b>']);
  });

  it('counts only at the start of the body: one that is quoted further below is text', () => {
    const forged = writeMarker(marker);
    expect(readMarker(`hello\n${forged}`)).toBeUndefined();
    expect(readMarker(` ${forged}`)).toBeUndefined();
    expect(fingerprintsIn(`${writeMarker({ ...marker, states: new Map([['own', 'low']]) })}\n${forged}`)).toEqual([
      'own',
    ]);
  });

  it('is nothing when it is broken', () => {
    expect(readMarker('<!-- leastwise:1 lines=1 digest=ab f=high')).toBeUndefined();
    expect(readMarker('<!-- leastwise:1 lines=x digest=ab f=high -->')).toBeUndefined();
    expect(readMarker('<!-- leastwise:1 lines=1 digest=ab -->')).toBeUndefined();
    expect(readMarker('<!-- leastwise:2 lines=1 digest=ab f=high -->')).toBeUndefined();
    expect(readMarker('')).toBeUndefined();
  });

  it('can be taken off a body', () => {
    expect(withoutMarker(`${writeMarker(marker)}\r\ntext`)).toBe('text');
    expect(withoutMarker('text')).toBe('text');
  });
});
