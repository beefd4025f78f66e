import { describe, expect, it } from '@jest/globals';
import { checksPage } from '#demo/page/checks';
import { conversationPage } from '#demo/page/conversation';
import { filePage, rulePage } from '#demo/page/documents';
import { filesPage } from '#demo/page/files';
import { scene } from '#test/demo/scene';
import { createRun } from '#test/standin/checks';

describe('the conversation', () => {
  it('has the pull request, its commit, the review with its comments, and what is suggested', () => {
    const here = scene();
    const text = conversationPage(here);
    expect(text).toContain('A &#60;title&#62;');
    expect(text).toContain('Some <em>words</em>');
    expect(text).toContain('Change two');
    expect(text).toContain('I looked.');
    expect(text).not.toContain('marker');
    expect(text).toContain('data-sign="-">two: &#60;b&#62;</td>');
    expect(text).toContain('data-sign="+">two: 22</td>');
    expect(text).toContain(`action="/suggestions/${here.comment.id}"`);
  });

  it('folds what is resolved, and offers to commit no more what was committed', () => {
    const here = scene();
    here.hub.applySuggestion(here.comment, here.author);
    const text = conversationPage(here);
    expect(text).toContain('ann marked this conversation as resolved');
    expect(text).toContain('Outdated');
    expect(text).not.toContain('Commit suggestion');
    expect(text).toContain('Update a.yaml');
  });
});

describe('the files', () => {
  it('have the comment under its line', () => {
    const text = filesPage(scene());
    const [line, thread, next] = ['two: &#60;b&#62;</td></tr>', 'id="thread-', 'three: 3'].map((part) =>
      text.indexOf(part),
    );
    expect(line).toBeGreaterThan(0);
    expect(thread).toBeGreaterThan(line ?? 0);
    expect(next).toBeGreaterThan(thread ?? 0);
    expect(text).toContain('<td class="n">2</td><td class="n"></td><td class="code" data-sign="-">two: 2</td>');
  });
});

describe('the checks', () => {
  it('have the run with its summary and annotations', () => {
    const here = scene();
    const { hub, pull, repository } = here;
    createRun(hub.world, repository, hub.app, {
      name: 'Leastwise',
      head_sha: pull.head.sha,
      conclusion: 'failure',
      output: {
        title: 'One finding',
        summary: '### Heading\n\n<script>',
        annotations: [
          { path: 'a.yaml', start_line: 2, end_line: 2, annotation_level: 'failure', title: 'T', message: '<i>no' },
        ],
      },
    });
    const text = checksPage(here);
    expect(text).toContain('One finding');
    expect(text).toContain('<h4>Heading</h4>');
    expect(text).toContain('failure · a.yaml, line 2');
    expect(text).toContain('&#60;i&#62;no');
    expect(text).not.toContain('<script>');
    expect(conversationPage(here)).toContain('Some checks were not successful');
  });

  it('say so before there is one', () => {
    expect(checksPage(scene())).toContain('No check has started yet');
  });
});

describe('what comments link to', () => {
  it('is served: files at a commit, and the pages of rules', () => {
    const here = scene();
    expect(filePage(here, here.pull.head.sha, 'a.yaml')).toContain('<tr id="L2">');
    expect(filePage(here, here.pull.head.sha, 'b.yaml')).toBeUndefined();
    expect(rulePage('aws/lambda/function-url-requires-auth')).toContain('Function URL without authentication');
    expect(rulePage('../../package')).toBeUndefined();
    expect(rulePage('aws/none')).toBeUndefined();
  });
});
