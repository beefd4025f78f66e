import { api, constant, NO_ARGUMENTS, type Value } from '#runtimes/engine/value';

/** Starts and ends a placeholder: a letter of no language that people write in, so that the placeholder is a name in code. */
export const MARK = 'ꙮ';

/** More places that are filled in are not told apart. */
export const MAX_PLACES = 36 ** 2;

/** The path of what a template fills in, whose only argument is the number of the place. */
export const FILLED_IN = '<template>';

/** A name for the n-th place of code that a template fills in, as long as what stands there: four characters or more. */
export function placeholder(index: number, length: number): string {
  return `${MARK}${index.toString(36).padStart(length - 2, '0')}${MARK}`;
}

/** A text of code that a template fills in, cut at its placeholders; undefined when it has none. */
export function cutAtPlaceholders(text: string): readonly (string | Value)[] | undefined {
  if (!text.includes(MARK)) return undefined;
  return text
    .split(/ꙮ([0-9a-z]{2,200})ꙮ/)
    .map((piece, index) => (index % 2 === 0 ? piece : filledIn(Number.parseInt(piece, 36))))
    .filter((piece) => piece !== '');
}

function filledIn(index: number): Value {
  return api(FILLED_IN, { ...NO_ARGUMENTS, list: [constant(index)] });
}
