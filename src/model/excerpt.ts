import { Property } from '#model/property';
import { partsOf, type Text } from '#model/text';

/**
 * The property, narrowed to a piece of its text: the finding goes to the piece's line and is identified by the piece alone, so
 * that it survives changes of what stands around it. The property itself where the piece is not found in the file as it is
 * told (escapes, folded lines).
 * @param within a longer piece at whose end the piece stands, where it alone would be found at other places as well
 */
export function excerpt<T>(property: Property<T>, piece: string | Text, within?: string): Property<T> {
  const { value } = property;
  const wanted = written(piece);
  if (value.kind !== 'set' || wanted === '') return property;
  const { file, span } = value.at;
  const from = within === undefined ? span.start : file.text.indexOf(within, span.start);
  const last = within === undefined ? 0 : within.length - wanted.length;
  const start = from === -1 ? -1 : file.text.indexOf(wanted, from + last);
  const isThere = start !== -1 && start + wanted.length <= span.end;
  const at = isThere ? { file, span: { start, end: start + wanted.length } } : value.at;
  return new Property<T>(property.resource, property.path, { ...value, at, data: piece }, property.when);
}

function written(piece: string | Text): string {
  return partsOf(piece)
    .map((part) => (typeof part === 'string' ? part : part.kind === 'hole' ? part.why : ''))
    .join('');
}
