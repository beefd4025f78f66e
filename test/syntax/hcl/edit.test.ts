import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import type { Attribute, Block, Body, Expression, HclDocument, HclOperation } from '#syntax/hcl/ast';
import { Raw } from '#syntax/hcl/ast';
import { parseHcl } from '#syntax/hcl/parse';

type Ask = (document: HclDocument) => readonly HclOperation[];

/** The text after the operations; undefined when they are declined. */
async function edited(lines: string | readonly string[], ask: Ask): Promise<string | undefined> {
  const text = typeof lines === 'string' ? lines : `${lines.join('\n')}\n`;
  const document = await parseHcl(new SourceFile('main.tf', text));
  const edits = document.edit(ask(document));
  return edits && applyEdits(document.file, edits).text;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The sample lacks what the test speaks of.');
  return value;
}

function block(document: HclDocument, index = 0): Block {
  return required(document.body.blocks[index]);
}

function attribute(body: Body, name: string): Attribute {
  return required(body.attributes.find((one) => one.name === name));
}

function valueIn(document: HclDocument, name: string): Expression {
  return attribute(block(document).body, name).value;
}

const BUCKET = ['resource "aws_s3_bucket" "b" {', '  bucket = "b" # the name', '  acl    = "private"', '}'];

async function expectLines(lines: readonly string[], ask: Ask, expected: readonly string[]): Promise<void> {
  expect((await edited(lines, ask))?.split('\n')).toEqual([...expected, '']);
}

describe('arguments', () => {
  it('come after the last one, and the group is aligned anew', async () => {
    await expectLines(
      BUCKET,
      (document) => [{ op: 'attribute', body: block(document).body, name: 'force_destroy', value: true }],
      [
        'resource "aws_s3_bucket" "b" {',
        '  bucket        = "b" # the name',
        '  acl           = "private"',
        '  force_destroy = true',
        '}',
      ],
    );
  });

  it('come after the one named, or after a nested block', async () => {
    const lines = ['a "b" {', '  x = 1', '  y = 2', '', '  nested {', '    z = 1', '  }', '}'];
    await expectLines(
      lines,
      (document) => [
        { op: 'attribute', body: block(document).body, name: 'w', value: 'v', after: 'x' },
        { op: 'attribute', body: block(document).body, name: 'v', value: null, after: 'nested' },
      ],
      ['a "b" {', '  x = 1', '  w = "v"', '  y = 2', '', '  nested {', '    z = 1', '  }', '', '  v = null', '}'],
    );
  });

  it('replace the one of their name', async () => {
    await expectLines(
      BUCKET,
      (document) => [
        { op: 'attribute', body: block(document).body, name: 'bucket', value: new Raw('aws_s3_bucket.other.id') },
      ],
      ['resource "aws_s3_bucket" "b" {', '  bucket = aws_s3_bucket.other.id # the name', '  acl    = "private"', '}'],
    );
  });

  it.each([
    ['a {}\n', 'a {\n  x = 1\n}\n'],
    ['a {\n}\n', 'a {\n  x = 1\n}\n'],
    ['a {\n  # why\n}\n', 'a {\n  # why\n  x = 1\n}\n'],
    ['a { y = 2 }\n', 'a {\n  y = 2\n  x = 1\n}\n'],
    ['a {\n  b {}\n}', 'a {\n  x = 1\n\n  b {}\n}'],
    ['a { # c\n  b {}\n}', 'a { # c\n  x = 1\n\n  b {}\n}'],
    ['a {\n  y = <<E\nt\nE\n}\n', 'a {\n  y = <<E\nt\nE\n  x = 1\n}\n'],
    ['a {\n  y = [\n    1\n  ] /* c\n  d */\n}\n', undefined],
  ])('go into %j', async (text, expected) => {
    const ask: Ask = (document) => [{ op: 'attribute', body: block(document).body, name: 'x', value: 1 }];
    if (expected !== undefined) expect(await edited(text, ask)).toBe(expected);
    else expect(await edited(text, ask)).toBe(text.replace('d */\n', 'd */\n  x = 1\n'));
  });

  it('are declined for a name that is none', async () => {
    expect(
      await edited('a {}\n', (document) => [{ op: 'attribute', body: block(document).body, name: 'x y', value: 1 }]),
    ).toBeUndefined();
  });
});

describe('values', () => {
  it.each<[unknown, string]>([
    ['a "b" ${c} %{d} \\ \n\t', '"a \\"b\\" $${c} %%{d} \\\\ \\n\\t"'],
    [-1.5, '-1.5'],
    [[], '[]'],
    [['a', 1, true], '["a", 1, true]'],
    [{}, '{}'],
    [{ a: 1, 'b:c': [{ long: 2 }] }, '{\n    a = 1\n    "b:c" = [\n      {\n        long = 2\n      },\n    ]\n  }'],
    [{ a: 1, longer: 2 }, '{\n    a      = 1\n    longer = 2\n  }'],
    [new Raw('jsonencode({\n  a = 1\n})'), 'jsonencode({\n    a = 1\n  })'],
  ])('%j is written as %s', async (value, expected) => {
    expect(
      await edited('a {\n  x = 1\n}\n', (document) => [
        { op: 'replace', expression: valueIn(document, 'x'), value: value as string },
      ]),
    ).toBe(`a {\n  x = ${expected}\n}\n`);
  });

  it('differ only where they must', async () => {
    const lines = ['a {', '  x = {', '    one = 1 # stays', '    two = [2] // stays', '    three = 3', '  }', '}'];
    await expectLines(
      lines,
      (document) => [{ op: 'replace', expression: valueIn(document, 'x'), value: { one: 1, two: [2, 4], four: 4 } }],
      ['a {', '  x = {', '    one = 1 # stays', '    two = [2, 4] // stays', '    four = 4', '  }', '}'],
    );
  });

  it('take the place of a text block', async () => {
    expect(
      await edited('a {\n  x = <<EOT\nold\nEOT\n  y = 1\n}\n', (document) => [
        { op: 'replace', expression: valueIn(document, 'x'), value: 'new' },
      ]),
    ).toBe('a {\n  x = "new"\n  y = 1\n}\n');
  });

  it('within calls and conditions', async () => {
    const text = 'a {\n  x = f(y ? "Mutable" : z, "b")\n}\n';
    const ask: Ask = (document) => {
      const call = valueIn(document, 'x');
      const condition = call.kind === 'call' ? call.args[0] : undefined;
      return [
        { op: 'replace', expression: condition?.kind === 'conditional' ? condition.yes : call, value: 'IMMUTABLE' },
      ];
    };
    expect(await edited(text, ask)).toBe(text.replace('Mutable', 'IMMUTABLE'));
  });

  it('are declined where what is around would read otherwise', async () => {
    expect(
      await edited('a {\n  x = y.z\n}\n', (document) => {
        const of = valueIn(document, 'x');
        const inner = of.kind === 'attribute' ? of.of : of;
        return [{ op: 'replace', expression: inner, value: new Raw('a ? b : c') }];
      }),
    ).toBeUndefined();
  });
});

describe('blocks', () => {
  const block1 = {
    type: 'logging',
    attributes: { bucket: new Raw('a.b'), on: true },
    blocks: [{ type: 'x', labels: ['y'] }],
  };

  it('come last in a body, after an empty line', async () => {
    await expectLines(BUCKET, (document) => [{ op: 'block', body: block(document).body, block: block1 }], [
      ...BUCKET.slice(0, -1),
      '',
      '  logging {',
      '    bucket = a.b',
      '    on     = true',
      '',
      '    x "y" {}',
      '  }',
      '}',
    ]);
  });

  it('come beside another, with an empty line between them', async () => {
    const added = { type: 'resource', labels: ['aws_x', 'b'], attributes: { bucket: new Raw('aws_s3_bucket.b.id') } };
    const text = ['resource "aws_x" "b" {', '  bucket = aws_s3_bucket.b.id', '}'];
    const ask: Ask = (document) => [{ op: 'beside', beside: block(document), block: added }];
    await expectLines([...BUCKET, '', 'x {}'], ask, [...BUCKET, '', ...text, '', 'x {}']);
    await expectLines([...BUCKET, 'x {}'], ask, [...BUCKET, '', ...text, '', 'x {}']);
    expect(await edited(BUCKET.join('\n'), ask)).toBe([...BUCKET, '', ...text].join('\n'));
  });
});

describe('entries and items', () => {
  it.each<[string, string]>([
    ['{}', '{\n    k = "v"\n  }'],
    ['{ a = 1 }', '{ a = 1, k = "v" }'],
    ['{\n    a   = 1\n    bcd = 2\n  }', '{\n    a   = 1\n    bcd = 2\n    k   = "v"\n  }'],
    ['{\n    a = 1 # c\n  }', '{\n    a = 1 # c\n    k = "v"\n  }'],
    ['{\n    "a" : 1,\n    "b" : 2\n  }', '{\n    "a" : 1,\n    "b" : 2,\n    "k" : "v"\n  }'],
    ['{\n    a = 1,\n  }', '{\n    a = 1,\n    k = "v",\n  }'],
    ['{ k = "w" }', '{ k = "v" }'],
    ['{\n    a = <<E\nx\nE\n  }', '{\n    a = <<E\nx\nE\n    k = "v"\n  }'],
  ])('an entry goes into %j', async (text, expected) => {
    expect(
      await edited(`a {\n  x = ${text}\n}\n`, (document) => [
        { op: 'entry', object: valueIn(document, 'x'), key: 'k', value: 'v' },
      ]),
    ).toBe(`a {\n  x = ${expected}\n}\n`);
  });

  it.each<[string, string | undefined]>([
    ['[]', '["v"]'],
    ['["a"]', '["a", "v"]'],
    ['[\n    "a"\n  ]', '[\n    "a",\n    "v"\n  ]'],
    ['[\n    "a", # c\n  ]', '[\n    "a", # c\n    "v",\n  ]'],
    ['[\n    "a" # c\n  ]', '[\n    "a", # c\n    "v"\n  ]'],
    ['[{\n    b = 1\n  }]', '[{\n    b = 1\n  }, "v"]'],
    ['[<<E\nx\nE\n  ]', undefined],
  ])('an item goes into %j', async (text, expected) => {
    expect(
      await edited(`a {\n  x = ${text}\n}\n`, (document) => [
        { op: 'item', tuple: valueIn(document, 'x'), value: 'v' },
      ]),
    ).toBe(expected && `a {\n  x = ${expected}\n}\n`);
  });

  it('are declined where there is no such collection', async () => {
    expect(
      await edited('a {\n  x = merge({}, y)\n}\n', (document) => [
        { op: 'entry', object: valueIn(document, 'x'), key: 'k', value: 'v' },
      ]),
    ).toBeUndefined();
  });
});

describe('removing', () => {
  it('takes the comment above and behind, and aligns who is left', async () => {
    await expectLines(
      ['a {', '  x = 1', '  # of long', '  long = 2 # too', '  yy   = 3', '}'],
      (document) => [{ op: 'remove', what: attribute(block(document).body, 'long') }],
      ['a {', '  x  = 1', '  yy = 3', '}'],
    );
  });

  it('leaves no two empty lines, and none at the ends of a body', async () => {
    const lines = ['a {', '  x = 1', '', '  y {}', '', '  z = 2', '}', '', 'b {}', '', 'c {}'];
    await expectLines(
      lines,
      (document) => [
        { op: 'remove', what: required(block(document).body.blocks[0]) },
        { op: 'remove', what: block(document, 1) },
      ],
      ['a {', '  x = 1', '', '  z = 2', '}', '', 'c {}'],
    );
    await expectLines(
      lines,
      (document) => [
        { op: 'remove', what: attribute(block(document).body, 'x') },
        { op: 'remove', what: attribute(block(document).body, 'z') },
        { op: 'remove', what: block(document, 2) },
      ],
      ['a {', '  y {}', '}', '', 'b {}'],
    );
  });

  it.each<[string, number, string]>([
    ['["a"]', 0, '[]'],
    ['["a", "b", "c"]', 0, '["b", "c"]'],
    ['["a", "b", "c"]', 1, '["a", "c"]'],
    ['["a", "b", "c"]', 2, '["a", "b"]'],
    ['[\n    "a", # c\n    "b"\n  ]', 0, '[\n    "b"\n  ]'],
    ['[\n    "a",\n    # of b\n    "b"\n  ]', 1, '[\n    "a",\n  ]'],
    ['[\n    "a", "b",\n    "c"\n  ]', 1, '[\n    "a",\n    "c"\n  ]'],
  ])('takes of %s the item %i', async (text, index, expected) => {
    expect(
      await edited(`a {\n  x = ${text}\n}\n`, (document) => {
        const tuple = valueIn(document, 'x');
        return [{ op: 'remove', what: required(tuple.kind === 'tuple' ? tuple.items[index] : undefined) }];
      }),
    ).toBe(`a {\n  x = ${expected}\n}\n`);
  });

  it('empties a one-line block, and a file', async () => {
    expect(
      await edited('a { x = 1 }\n', (document) => [{ op: 'remove', what: attribute(block(document).body, 'x') }]),
    ).toBe('a {}\n');
    expect(await edited('\uFEFFa {}', (document) => [{ op: 'remove', what: block(document) }])).toBe('\uFEFF');
  });

  it('of a value takes what holds it', async () => {
    expect(
      await edited('a {\n  x = 1\n  y = 2\n}\n', (document) => [{ op: 'remove', what: valueIn(document, 'x') }]),
    ).toBe('a {\n  y = 2\n}\n');
  });
});

describe('surroundings', () => {
  it('that are not as terraform fmt leaves them stay', async () => {
    const add: Ask = (document) => [
      { op: 'attribute', body: block(document).body, name: 'longer_name', value: { a: 1 } },
      { op: 'attribute', body: block(document).body, name: 'longest_name', value: 1 },
    ];
    await expectLines(['a   {', '    x=1', '    yy= 2', '}'], add, [
      'a   {',
      '    x=1',
      '    yy= 2',
      '    longer_name = {',
      '        a = 1',
      '    }',
      '    longest_name = 1',
      '}',
    ]);
    await expectLines(
      ['a {', '  x       = 1', '  yy      = 2', '}'],
      (document) => [{ op: 'attribute', body: block(document).body, name: 'z', value: 1 }],
      ['a {', '  x       = 1', '  yy      = 2', '  z       = 1', '}'],
    );
    await expectLines(
      ['a {', '\tx = 1', '}'],
      (document) => [{ op: 'attribute', body: block(document).body, name: 'yy', value: [{ a: 1 }] }],
      ['a {', '\tx = 1', '\tyy = [', '\t\t{', '\t\t\ta = 1', '\t\t},', '\t]', '}'],
    );
  });

  it('keep CRLF and a byte order mark', async () => {
    expect(
      await edited('\uFEFFa {\r\n  x = 1\r\n}\r\n', (document) => [
        { op: 'attribute', body: block(document).body, name: 'yy', value: [{ b: 1 }] },
        { op: 'beside', beside: block(document), block: { type: 'c' } },
      ]),
    ).toBe('\uFEFFa {\r\n  x = 1\r\n  yy = [\r\n    {\r\n      b = 1\r\n    },\r\n  ]\r\n}\r\n\r\nc {}\r\n');
  });

  it('gives edits that touch no more than must change', async () => {
    const text = `${BUCKET.join('\n')}\n`;
    const document = await parseHcl(new SourceFile('main.tf', text));
    const edits = document.edit([{ op: 'attribute', body: block(document).body, name: 'acl', value: 'public' }]);
    expect(edits?.map((edit) => [text.slice(edit.span.start, edit.span.end), edit.text])).toEqual([
      ['rivate', 'ublic'],
    ]);
  });
});

describe('declined', () => {
  it('is what is wanted of a file with errors, of one that is not editable, and of nodes of another', async () => {
    const remove: Ask = (document) => [{ op: 'remove', what: block(document) }];
    expect(await edited('a {}\nb = \n', remove)).toBeUndefined();
    const one = await parseHcl(new SourceFile('main.tf', 'a {}\n', false));
    expect(one.edit([{ op: 'remove', what: block(one) }])).toBeUndefined();
    const other = await parseHcl(new SourceFile('main.tf', 'a {}\n'));
    expect(other.edit([{ op: 'remove', what: block(one) }])).toBeUndefined();
  });
});
