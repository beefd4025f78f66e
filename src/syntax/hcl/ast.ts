import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import type { Span } from '#source/span';

/** What stands between braces, or the whole file: arguments and nested blocks in the order written. */
export interface Body {
  /** Of the content: between the braces, or the whole file. */
  readonly span: Span;
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

/** `name = expression`. */
export interface Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** From the name's first character to the expression's last. */
  readonly span: Span;
  readonly value: Expression;
}

/** `type "label" … { body }`. */
export interface Block {
  readonly type: string;
  readonly typeSpan: Span;
  readonly labels: readonly Label[];
  readonly body: Body;
  /** From the type's first character to the closing brace. */
  readonly span: Span;
  /** From the type's first character to the last label's last. */
  readonly header: Span;
}

export interface Label {
  readonly text: string;
  /** Quotes included, where there are. */
  readonly span: Span;
}

interface Placed {
  readonly span: Span;
}

/** A piece of a template: text, `${…}`, or the directives `%{if}` and `%{for}` with what stands within them. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'interpolation'; readonly value: Expression; readonly span: Span }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly yes: readonly TemplatePart[];
      readonly no: readonly TemplatePart[];
      readonly span: Span;
    }
  | {
      readonly kind: 'for';
      readonly key: string | undefined;
      readonly item: string;
      readonly collection: Expression;
      readonly body: readonly TemplatePart[];
      readonly span: Span;
    };

export interface ObjectItem {
  /** The key as written; a bare word is a `literal` with that string. */
  readonly key: Expression;
  readonly value: Expression;
  readonly span: Span;
}

/** An expression of HCL's native syntax. Source: HCL's specification, `hclsyntax/spec.md`. */
export type Expression =
  | (Placed & { readonly kind: 'literal'; readonly value: string | number | boolean | null })
  /** A quoted string or heredoc that holds more than text; one without is a `literal`. */
  | (Placed & { readonly kind: 'template'; readonly parts: readonly TemplatePart[]; readonly heredoc: boolean })
  | (Placed & { readonly kind: 'tuple'; readonly items: readonly Expression[] })
  | (Placed & { readonly kind: 'object'; readonly items: readonly ObjectItem[] })
  | (Placed & { readonly kind: 'variable'; readonly name: string })
  | (Placed & { readonly kind: 'attribute'; readonly of: Expression; readonly name: string })
  | (Placed & { readonly kind: 'index'; readonly of: Expression; readonly key: Expression })
  /** `of[*].rest` (full) or `of.*.rest`; `each` is what is read of every item, with the variable `*` standing for it. */
  | (Placed & { readonly kind: 'splat'; readonly of: Expression; readonly each: Expression; readonly full: boolean })
  | (Placed & {
      readonly kind: 'call';
      readonly name: string;
      readonly nameSpan: Span;
      readonly args: readonly Expression[];
      /** Whether the last argument is followed by `...`. */
      readonly spread: boolean;
    })
  | (Placed & {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    })
  | (Placed & { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly operand: Expression })
  | (Placed & {
      readonly kind: 'binary';
      readonly operator: '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%' | '&&' | '||';
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Placed & {
      readonly kind: 'for';
      /** Whether it makes an object (`{for …}`) or a tuple (`[for …]`). */
      readonly object: boolean;
      readonly key: string | undefined;
      readonly item: string;
      readonly collection: Expression;
      /** The key expression of an object. */
      readonly keyOf: Expression | undefined;
      readonly valueOf: Expression;
      readonly condition: Expression | undefined;
      readonly group: boolean;
    })
  /** `(inner)`: kept, because what replaces it must keep the parentheses or not need them. */
  | (Placed & { readonly kind: 'parentheses'; readonly inner: Expression })
  /** What the parser could not make sense of. */
  | (Placed & { readonly kind: 'error' });

/** Text of an expression to be written as it is (`aws_kms_key.main.arn`, `jsonencode(…)`): made by the lens, never from untrusted text. */
export class Raw {
  constructor(readonly text: string) {}
}

/** A value to be written in HCL. */
export type HclDatum =
  | string
  | number
  | boolean
  | null
  | Raw
  | readonly HclDatum[]
  | { readonly [key: string]: HclDatum };

/** What a new block holds: arguments, and blocks within it by type. */
export interface HclBlock {
  readonly type: string;
  readonly labels?: readonly string[];
  readonly attributes?: { readonly [name: string]: HclDatum };
  readonly blocks?: readonly HclBlock[];
}

/** A change wanted of an HCL file. What is named must be of the file that is edited. */
export type HclOperation =
  /** Replace an expression. */
  | { readonly op: 'replace'; readonly expression: Expression; readonly value: HclDatum }
  /** Write an argument: in place of the one of that name, else after the argument or nested block named `after`, else after the last argument. */
  | {
      readonly op: 'attribute';
      readonly body: Body;
      readonly name: string;
      readonly value: HclDatum;
      readonly after?: string;
    }
  /** Add a nested block at the end of a body. */
  | { readonly op: 'block'; readonly body: Body; readonly block: HclBlock }
  /** Add a top-level block after another, with an empty line between them. */
  | { readonly op: 'beside'; readonly beside: Block; readonly block: HclBlock }
  /** Add an entry to an object, or an item to a tuple. */
  | { readonly op: 'entry'; readonly object: Expression; readonly key: string; readonly value: HclDatum }
  | { readonly op: 'item'; readonly tuple: Expression; readonly value: HclDatum }
  /** Remove an argument, a block, an object's entry or a tuple's item, with its line. */
  | { readonly op: 'remove'; readonly what: Attribute | Block | ObjectItem | Expression };

/**
 * One parsed file of Terraform's language, native (`.tf`) or JSON (`.tf.json`): both give the same tree. `edit` keeps every
 * byte outside of what it replaces and leaves the file aligned as `terraform fmt` would; it returns undefined when it cannot
 * promise that.
 */
export interface HclDocument {
  readonly file: SourceFile;
  readonly format: 'hcl' | 'json';
  readonly body: Body;
  /** Syntax errors with their lines. What could be read around them is in `body`. */
  readonly problems: readonly Problem[];
  edit(operations: readonly HclOperation[]): readonly Edit[] | undefined;
}
