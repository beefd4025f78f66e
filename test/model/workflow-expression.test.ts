import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contextsOf, expressionsIn, sourceOf, workflowText } from '#model/workflow-expression';

describe('expressions of workflows', () => {
  it.each([
    ['github.event.issue.title', ['github.event.issue.title']],
    ["github.event['issue'].title", ['github.event.issue.title']],
    ['github.event.commits[0].message', ['github.event.commits.*.message']],
    ['github.event.commits.*.message', ['github.event.commits.*.message']],
    ["format('{0} github.actor', GitHub.Head_Ref)", ['github.head_ref']],
    [
      "contains(github.event.comment.body, '/deploy') && secrets.AWS_KEY != ''",
      ['github.event.comment.body', 'secrets.AWS_KEY'],
    ],
    ["matrix['node-version'] || inputs.stage", ['matrix.node-version', 'inputs.stage']],
    ['true && !false', []],
    ['toJSON(secrets)', ['secrets']],
    ["'it''s github.actor'", []],
  ])('reads the contexts of %s', (code, contexts) => {
    expect(contextsOf(code)).toEqual(contexts);
  });

  it('keeps braces within quotes together', () => {
    const text = workflowText("a ${{ format('{{0}}', github.sha) }} b ${{ env.X }}");
    expect(expressionsIn(text).map((one) => one.code)).toEqual(["format('{{0}}', github.sha)", 'env.X']);
  });

  it('leaves text without an end as it is', () => {
    expect(workflowText('echo ${{ github.sha')).toBe('echo ${{ github.sha');
  });

  it('gives back what was written', () => {
    const piece = fc.constantFrom('${{', '}}', "'", ' ', 'github.sha', '.', '[', ']', '$', '{', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        expect(sourceOf(workflowText(text))).toBe(text);
      }),
    );
  });
});
