/** A child process with the tests' reviewer, which misbehaves where a template tells it to. */
import { ReviewPort } from '#app/review-port';
import { fakeReviewer } from '#test/app/fake-reviewer';

ReviewPort.serve(async (material, sources, signal) => {
  const template = (await sources.head.read(['template.yaml'])).get('template.yaml');
  const text = template !== undefined && 'text' in template ? template.text : '';
  if (text.includes('HANG')) for (;;);
  if (text.includes('EXIT')) process.exit(7);
  if (text.includes('THROW')) throw new TypeError(`text of the file: ${text}`);
  if (text.includes('MEMORY')) {
    // Few large arrays: the limit is reached before any clock matters.
    const hoard: number[][] = [];
    for (;;) hoard.push(new Array<number>(4_000_000).fill(0.5));
  }
  const reviewed = await fakeReviewer(material, sources, signal);
  if (text.includes('LIE')) return { ...reviewed, review: { ...reviewed.review, commit: '0'.repeat(40) } };
  return reviewed;
});
