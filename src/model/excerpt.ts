import { Property } from '#model/property';
import { partsOf, type Text } from '#model/text';

/**
 * The property, narrowed to a piece of its text: the finding goes to the piece's line and is identified by the piece alone, so
 * that it survives changes of what stands around it. The property itself where the piece is not found in the file as it is
 * told (escapes, folded lines).
 * @param which of several equal pieces, from 0
 */
export function excerpt<T>(property: Property<T>, piece: string | Text, which = 0): Property<T> {
  const { value } = property;
  if (value.kind !== 'set') return property;
  const { file, span } = value.at;
  const wanted = partsOf(piece)
    .map((part) => (typeof part === 'string' ? part : part.kind === 'hole' ? part.why : ''))
    .join('');
  if (wanted === '') return property;
  let start = file.text.indexOf(wanted, span.start);
  for (let left = which; left > 0 && start !== -1; left -= 1) start = file.text.indexOf(wanted, start + wanted.length);
  const isThere = start !== -1 && start + wanted.length <= span.end;
  const at = isThere ? { file, span: { start, end: start + wanted.length } } : value.at;
  return new Property<T>(property.resource, property.path, { ...value, at, data: piece }, property.when);
}
