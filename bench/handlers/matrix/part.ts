/*
 * The words in which the tables of the matrix are written. In their lines stand
 *   $V  the value that comes in            $O  the variable that goes out
 *   $A $B $C  fresh names of variables     $F $G  of functions     $K  of a class     $M  of a module
 *   «: string»  what only TypeScript has   »  at the start of a line: a report may stand on it
 */

export type Language = 'javascript' | 'typescript' | 'python';
export type Family = 'ecmascript' | 'python';

export const familyOf = (language: Language): Family => (language === 'python' ? 'python' : 'ecmascript');

/** What a module imports from one other module. A path that starts with a dot is one of the case's own modules. */
export interface Import {
  readonly from: string;
  readonly names?: readonly string[];
  /** The name for the module itself, or for its default export. */
  readonly whole?: string;
}

/** A module of the case's own, beside the handler's. */
export interface Module {
  /** Without the extension, below the handler's folder. */
  readonly path: string;
  readonly imports?: readonly Import[];
  readonly lines: readonly string[];
  readonly exports: readonly string[];
  /** The module that these exports come from, when this one only passes them on. */
  readonly passesOn?: string;
}

/** What one ingredient adds to the handler's file. */
export interface Part {
  readonly imports?: readonly Import[];
  /** At the level of the module, before the handler. */
  readonly top?: readonly string[];
  readonly modules?: readonly Module[];
  /** In the handler's body. */
  readonly lines: readonly string[];
}

/**
 * How a value gets on: `carried` is what the attacker wrote, in whatever form; `text` is that, but as text whatever it was;
 * `cut` is something that the attacker has no hand in, although the value was near.
 */
export interface Propagation extends Part {
  readonly id: string;
  readonly keeps: 'carried' | 'text' | 'cut';
  /** What goes out, when it is not the variable `$O`. */
  readonly out?: string;
}

/**
 * A check or a change of the value. As a `check` it is the condition under which the value is refused, as a `map` the
 * expression that makes the new value. Whether it is right depends on the sink.
 */
export interface Sanitiser {
  readonly id: string;
  readonly check?: string;
  readonly map?: string;
  readonly imports?: readonly Import[];
  /** Constants that it needs, beside it in whatever module it stands. */
  readonly top?: readonly string[];
}

export type SanitiserKind = 'none' | 'right' | 'wrong' | 'partial';

export interface Sink extends Omit<Part, 'lines'> {
  readonly id: string;
  /** The canonical class of a report. */
  readonly rule: string;
  /** Other classes under which a report is right too. */
  readonly also?: readonly string[];
  /** The value as it must be to do harm. */
  readonly needs: 'text' | 'structure';
  /** Part of the answer to a caller over HTTP: the lines then end with `return`. */
  readonly answers?: true;
  /** Needs line breaks in the value. */
  readonly breaks?: true;
  readonly lines: readonly string[];
  /** The same with the value bound, escaped or confined by the sink itself; each is right. */
  readonly bound?: readonly Omit<Part, 'modules'>[];
  /** Ids of sanitisers. */
  readonly right: readonly string[];
  /** Made for another sink. */
  readonly wrong: readonly string[];
  /** Made for this one and not enough. */
  readonly partial: readonly string[];
}
