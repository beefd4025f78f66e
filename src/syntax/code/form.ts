import type { SourceFile } from '#source/file';
import type { Span } from '#source/span';

/** The languages that are lowered to the common form. */
export type CodeLanguage = 'javascript' | 'typescript' | 'tsx' | 'python';

/**
 * One file of code in the common form: what dataflow asks of a language, and nothing of its surface. JavaScript, TypeScript and
 * Python become the same few kinds of nodes; what a language means by them (what `+` does, what truth is) stands in its tables.
 * Every node has the span of the text that it was lowered from, so that a finding can be placed and text replaced exactly.
 */
export interface CodeModule {
  readonly file: SourceFile;
  readonly language: CodeLanguage;
  readonly body: Block;
  /** Comments, in order: suppressions stand in them. The text is without the comment's own marks. */
  readonly comments: readonly CodeComment[];
  /** What the parser could not make sense of: the code around it is lowered all the same. */
  readonly broken: readonly Span[];
}

export interface CodeComment {
  readonly span: Span;
  readonly text: string;
}

interface Node {
  readonly span: Span;
}

export type Block = readonly Statement[];

// Expressions ------------------------------------------------------------------------------------------------------------------

export type Expression =
  | Literal
  | RegularExpression
  | Name
  | This
  | Member
  | Call
  | Template
  | ObjectLiteral
  | ListLiteral
  | FunctionLiteral
  | ClassLiteral
  | Binary
  | Logical
  | Unary
  | Conditional
  | Assignment
  | Await
  | Yield
  | Sequence
  | Comprehension
  | Slice
  | Markup
  | Opaque;

/** A constant. `null` is JavaScript's `null` and Python's `None`; big integers are numbers; bytes are strings. */
export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null | undefined;
}

export interface RegularExpression extends Node {
  readonly kind: 'regex';
  readonly pattern: string;
  readonly flags: string;
}

export interface Name extends Node {
  readonly kind: 'name';
  readonly name: string;
}

/** `this`, and `super`. In Python the first parameter of a method is an ordinary parameter. */
export interface This extends Node {
  readonly kind: 'this';
  readonly isSuper: boolean;
}

/** `object.property`, `object?.property`, `object['property']` (a literal string or integer key is a string property), `object[computed]`. */
export interface Member extends Node {
  readonly kind: 'member';
  readonly object: Expression;
  readonly property: string | Expression;
  readonly propertySpan: Span;
  readonly optional: boolean;
  /** Whether it was written with brackets: in Python an item is no attribute. */
  readonly bracketed: boolean;
}

/** A call, a construction with `new`, or a tagged template (whose only argument is the Template). */
export interface Call extends Node {
  readonly kind: 'call';
  readonly how: 'call' | 'new' | 'tagged';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /** From the opening bracket to the closing one, both included; of a tagged template the template. */
  readonly argsSpan: Span;
  readonly optional: boolean;
}

/** `value`, `...value` or `*value` (spread: list), `**value` (spread: keywords), `name=value`. */
export interface Argument extends Node {
  readonly value: Expression;
  readonly name?: string;
  readonly spread?: 'list' | 'keywords';
}

/** A template literal or f-string; text that was cooked (escapes resolved) between expressions. */
export interface Template extends Node {
  readonly kind: 'template';
  readonly parts: readonly (string | Expression)[];
}

/** `{ key: value, [computed]: value, ...spread }` and Python's dictionaries. Methods are entries with a function. */
export interface ObjectLiteral extends Node {
  readonly kind: 'object';
  readonly entries: readonly (ObjectEntry | ObjectSpread)[];
}

export interface ObjectEntry extends Node {
  readonly key: string | Expression;
  readonly keySpan: Span;
  readonly value: Expression;
  readonly accessor?: 'get' | 'set';
}

export interface ObjectSpread extends Node {
  readonly spread: Expression;
}

/** A list, tuple or set. Holes of JavaScript's arrays are literals of `undefined`. */
export interface ListLiteral extends Node {
  readonly kind: 'list';
  readonly of: 'list' | 'tuple' | 'set';
  readonly items: readonly Argument[];
}

export interface FunctionLiteral extends Node {
  readonly kind: 'function';
  readonly code: FunctionCode;
}

export interface ClassLiteral extends Node {
  readonly kind: 'class';
  readonly code: ClassCode;
}

/** Arithmetic and comparison; operators are written as in the language: `+`, `===`, `in`, `not in`, `is`, `instanceof`, `%`, `//`. A chain `a < b < c` of Python is a Logical of Binaries. */
export interface Binary extends Node {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Logical extends Node {
  readonly kind: 'logical';
  /** `nullish` is `??`. */
  readonly operator: 'and' | 'or' | 'nullish';
  readonly left: Expression;
  readonly right: Expression;
}

/** `not` (also `!`), `-`, `+`, `~`, `typeof`, `void`, `delete`. */
export interface Unary extends Node {
  readonly kind: 'unary';
  readonly operator: 'not' | '-' | '+' | '~' | 'typeof' | 'void' | 'delete';
  readonly operand: Expression;
}

export interface Conditional extends Node {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** `target = value`, `target += value` (operator `+`), `target ??= value` (operator `nullish`), `x++` (operator `+`, value 1), and Python's walrus. */
export interface Assignment extends Node {
  readonly kind: 'assignment';
  readonly target: Pattern;
  readonly operator?: string;
  readonly value: Expression;
}

export interface Await extends Node {
  readonly kind: 'await';
  readonly value: Expression;
}

export interface Yield extends Node {
  readonly kind: 'yield';
  readonly value: Expression | undefined;
  readonly delegates: boolean;
}

/** `a, b`: the last is the value. */
export interface Sequence extends Node {
  readonly kind: 'sequence';
  readonly items: readonly Expression[];
}

/** `[element for target in iterable if condition]` and its siblings. */
export interface Comprehension extends Node {
  readonly kind: 'comprehension';
  readonly of: 'list' | 'set' | 'generator' | 'object';
  /** The key of a dictionary comprehension. */
  readonly key: Expression | undefined;
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
}

export interface ComprehensionClause {
  readonly target: Pattern;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

/** Python's `a[1:n]`, as the property of a Member. */
export interface Slice extends Node {
  readonly kind: 'slice';
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
  readonly step: Expression | undefined;
}

/** JSX: attributes by name, children in order. */
export interface Markup extends Node {
  readonly kind: 'markup';
  readonly name: string;
  readonly attributes: readonly (ObjectEntry | ObjectSpread)[];
  readonly children: readonly Expression[];
}

/** Something that the common form has no word for, or that is nested too deep; its parts are still evaluated. */
export interface Opaque extends Node {
  readonly kind: 'opaque';
  readonly parts: readonly Expression[];
  /** Whether the parts are all that is known of broken code: it may check them, or put others in their place. */
  readonly isUnread?: true;
}

// Patterns ---------------------------------------------------------------------------------------------------------------------

/** What is assigned to. */
export type Pattern = Name | Member | ObjectPattern | ListPattern | DefaultPattern | Ignored;

/** `{ key: pattern, ...rest }`. */
export interface ObjectPattern extends Node {
  readonly kind: 'object-pattern';
  readonly entries: readonly { readonly key: string | Expression; readonly keySpan: Span; readonly pattern: Pattern }[];
  readonly rest: Pattern | undefined;
}

/** `[a, , b, ...rest]`, `a, *b = …`; a hole is Ignored. Items after the rest stand in `after`. */
export interface ListPattern extends Node {
  readonly kind: 'list-pattern';
  readonly items: readonly Pattern[];
  readonly rest: Pattern | undefined;
  readonly after: readonly Pattern[];
}

export interface DefaultPattern extends Node {
  readonly kind: 'default-pattern';
  readonly pattern: Pattern;
  readonly value: Expression;
}

export interface Ignored extends Node {
  readonly kind: 'ignored';
}

// Functions and classes --------------------------------------------------------------------------------------------------------

export interface FunctionCode extends Node {
  readonly name: string | undefined;
  /** Where a person is to look: the name, else the first character of the function. */
  readonly nameSpan: Span;
  readonly parameters: readonly Parameter[];
  /** An arrow's expression is a block of one `return`. */
  readonly body: Block;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Whether it takes `this` from around it: arrow functions and lambdas. */
  readonly isArrow: boolean;
  readonly decorators: readonly Expression[];
}

export interface Parameter extends Node {
  readonly pattern: Pattern;
  /** `...rest` and `*args` are `list`; `**kwargs` is `keywords`. */
  readonly rest?: 'list' | 'keywords';
  /** The annotated type as an expression: names, members and subscripts (`Dict[str, int]` is a bracketed member). */
  readonly annotation?: Expression;
  readonly decorators: readonly Expression[];
  /** TypeScript's `constructor(private readonly db: Pool)`: the parameter becomes a field of the same name. */
  readonly isField?: true;
}

export interface ClassCode extends Node {
  readonly name: string | undefined;
  readonly nameSpan: Span;
  readonly bases: readonly Expression[];
  /** `metaclass=…` and other keywords of Python's classes. */
  readonly keywords: readonly Argument[];
  readonly members: readonly ClassMember[];
  readonly decorators: readonly Expression[];
}

export interface ClassMember extends Node {
  readonly name: string | Expression;
  readonly kind: 'method' | 'get' | 'set' | 'field' | 'static-block';
  readonly isStatic: boolean;
  /** The method; of a static block a function without parameters. */
  readonly code?: FunctionCode;
  /** The initial value of a field. */
  readonly value?: Expression;
  readonly annotation?: Expression;
  readonly decorators: readonly Expression[];
}

// Statements -------------------------------------------------------------------------------------------------------------------

export type Statement =
  | ExpressionStatement
  | Declaration
  | FunctionDeclaration
  | ClassDeclaration
  | If
  | Loop
  | Switch
  | Try
  | Return
  | Throw
  | Jump
  | BlockStatement
  | With
  | Import
  | Export
  | ScopeStatement;

export interface ExpressionStatement extends Node {
  readonly kind: 'expression';
  readonly value: Expression;
}

/** `const x = …`, and every assignment statement of Python (`how: 'assign'`: it binds in the function's scope). One for each declarator. */
export interface Declaration extends Node {
  readonly kind: 'declaration';
  readonly how: 'const' | 'let' | 'var' | 'assign';
  readonly pattern: Pattern;
  /** Undefined for a declaration without a value. */
  readonly value: Expression | undefined;
  readonly annotation?: Expression;
}

/** Hoisted in JavaScript. */
export interface FunctionDeclaration extends Node {
  readonly kind: 'function-declaration';
  readonly name: string;
  readonly code: FunctionCode;
}

export interface ClassDeclaration extends Node {
  readonly kind: 'class-declaration';
  readonly name: string;
  readonly code: ClassCode;
}

/** Python's `elif` is an `If` alone in `otherwise`; `assert x` is `if not x` with a Throw. */
export interface If extends Node {
  readonly kind: 'if';
  readonly test: Expression;
  readonly then: Block;
  readonly otherwise: Block;
}

/** `while`, `do`, `for(;;)`, `for of`, `for in`, Python's `for` and `async for`. */
export interface Loop extends Node {
  readonly kind: 'loop';
  readonly how: 'while' | 'do-while' | 'for' | 'for-of' | 'for-in';
  /** Of `for(;;)`. */
  readonly initial: Block;
  readonly test: Expression | undefined;
  readonly update: Expression | undefined;
  /** Of `for of` and `for in`. */
  readonly target: Pattern | undefined;
  readonly iterable: Expression | undefined;
  readonly body: Block;
  /** Python's `else` after a loop. */
  readonly otherwise: Block;
}

/** `switch`, and Python's `match` where its patterns are values; a case without tests is the default. */
export interface Switch extends Node {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
  /** Whether a case goes on into the next one without `break`. */
  readonly fallsThrough: boolean;
}

export interface SwitchCase extends Node {
  /** Values of which one has to be equal; empty for the default. */
  readonly tests: readonly Expression[];
  /** What a pattern of Python's `match` binds to the subject or a part of it. */
  readonly binds: readonly Pattern[];
  readonly guard: Expression | undefined;
  readonly body: Block;
}

export interface Try extends Node {
  readonly kind: 'try';
  readonly body: Block;
  readonly handlers: readonly Handler[];
  /** Python's `else`. */
  readonly otherwise: Block;
  readonly finalizer: Block;
}

export interface Handler extends Node {
  /** The classes that it catches; empty for all. */
  readonly types: readonly Expression[];
  readonly parameter: Pattern | undefined;
  readonly body: Block;
}

export interface Return extends Node {
  readonly kind: 'return';
  readonly value: Expression | undefined;
}

/** `throw x`, `raise X from Y`; a bare `raise` has no value. */
export interface Throw extends Node {
  readonly kind: 'throw';
  readonly value: Expression | undefined;
}

export interface Jump extends Node {
  readonly kind: 'jump';
  readonly how: 'break' | 'continue';
}

export interface BlockStatement extends Node {
  readonly kind: 'block';
  readonly body: Block;
}

/** `with open(x) as f:`; JavaScript's `using` is a Declaration. */
export interface With extends Node {
  readonly kind: 'with';
  readonly items: readonly { readonly value: Expression; readonly target: Pattern | undefined }[];
  readonly body: Block;
}

/**
 * `import a, { b as c } from 'm'`, `import m.n as x`, `from ..m import a as b`. `require('m')` and `import('m')` are Calls: of the Names
 * `require` and `import`. Type-only imports of TypeScript are left out.
 */
export interface Import extends Node {
  readonly kind: 'import';
  /** As written: `./orders`, `@aws-sdk/client-s3`, `boto3.dynamodb.conditions`, `..models` (dots for Python's relative imports). */
  readonly source: string;
  readonly bindings: readonly ImportBinding[];
}

export interface ImportBinding extends Node {
  /** The name in the module; `default`; `*` for the module itself. Python's `import a.b` binds `a` to the module `a` (`root`). */
  readonly imported: string;
  readonly local: string;
  readonly how: 'name' | 'module' | 'root' | 'all';
}

/** `export { a as b }`, `export default x`, `export * from 'm'`. `export const x = …` is the declaration, then an Export of its names. */
export interface Export extends Node {
  readonly kind: 'export';
  /** The module that is exported from, if another one. */
  readonly source: string | undefined;
  readonly bindings: readonly ExportBinding[];
}

export interface ExportBinding extends Node {
  /** The name outside: `default`; `*` for all names of `source`. */
  readonly exported: string;
  /** The local name, or the name in `source` (`*` for the module itself); undefined where `value` is. */
  readonly local: string | undefined;
  /** Of `export default …`. */
  readonly value: Expression | undefined;
}

/** Python's `global` and `nonlocal`. */
export interface ScopeStatement extends Node {
  readonly kind: 'scope';
  readonly how: 'global' | 'nonlocal';
  readonly names: readonly string[];
}
