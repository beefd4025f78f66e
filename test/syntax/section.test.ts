import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import type { DataNode, Operation } from '#syntax/document';
import { editDocument } from '#syntax/edit';
import { parseDocument } from '#syntax/parse';

const TEXT = `Shared: &shared { k: 1 }
Resources:
  # the first
  A:
    Type: Custom::A
    Properties:
      P: 1

  B:
    Type: Custom::B
    Properties: { Q: *shared }
  C:
    Type: Custom::C
Outputs: {}
`;

/** What is read again to verify the operations, and the text after them. */
function reads(
  operations: readonly Operation[],
  text = TEXT,
): { readonly read: readonly string[]; readonly after: string } {
  const file = new SourceFile('a.yaml', text);
  const { root } = parseDocument(file);
  const read: string[] = [];
  const edits =
    root &&
    editDocument(file, 'yaml', root, operations, (again): DataNode | undefined => {
      read.push(again);
      const { root: node, problems } = parseDocument(new SourceFile('a.yaml', again));
      return problems.length === 0 ? node : undefined;
    });
  return { read, after: edits ? applyEdits(file, edits).text : 'declined' };
}

describe('an edit is verified', () => {
  it('on the lines of the entry alone', () => {
    const { read, after } = reads([{ op: 'set', path: ['Resources', 'A', 'Properties', 'New'], value: ['x'] }]);
    const lines = '  A:\n    Type: Custom::A\n    Properties:\n      P: 1\n      New:\n        - x\n\n';
    expect(read).toEqual([lines]);
    expect(after).toBe(TEXT.replace('      P: 1\n', '      P: 1\n      New:\n        - x\n'));
  });

  it('on the lines up to the next section, where the entry is the last of its map', () => {
    const { read } = reads([{ op: 'set', path: ['Resources', 'C', 'Condition'], value: 'Y' }]);
    expect(read).toEqual(["  C:\n    Type: Custom::C\n    Condition: 'Y'\n"]);
  });

  it('on the section where an entry is added, removed, or two are changed', () => {
    const section = (after: string): string => after.slice(after.indexOf('Resources'), after.indexOf('Outputs'));
    const cases: Operation[][] = [
      [{ op: 'set', path: ['Resources', 'D'], value: 1 }],
      [{ op: 'remove', path: ['Resources', 'A'] }],
      [
        { op: 'set', path: ['Resources', 'A', 'Type'], value: 'X' },
        { op: 'set', path: ['Resources', 'C', 'Type'], value: 'X' },
      ],
    ];
    for (const operations of cases) {
      const { read, after } = reads(operations, TEXT.replace('*shared', 'q'));
      expect(read).toEqual([section(after)]);
    }
  });

  it('on the whole file where the lines alone cannot be read', () => {
    const { read, after } = reads([{ op: 'set', path: ['Resources', 'B', 'Condition'], value: 'On2' }]);
    expect(read).toHaveLength(2);
    expect(read[1]).toBe(after);
  });
});
