import type { Names } from './names.js';
import type { Import, Module } from './part.js';

/** Fills the names into the lines of one ingredient: the same letter is the same name throughout it. */
export class Instance {
  readonly #drawn = new Map<string, string>();

  constructor(
    private readonly names: Names,
    given: Readonly<Record<string, string>>,
  ) {
    for (const [letter, name] of Object.entries(given)) this.#drawn.set(letter, name);
  }

  text(text: string): string {
    return text.replace(/\$([VOABCFGKM])(?![A-Za-z_])/g, (_, letter: string) => this.#name(letter));
  }

  lines(lines: readonly string[]): string[] {
    return lines.map((line) => this.text(line));
  }

  imports(imports: readonly Import[]): Import[] {
    return imports.map(({ from, names, whole }) => ({
      from: this.text(from),
      ...(names && { names: this.lines(names) }),
      ...(whole !== undefined && { whole }),
    }));
  }

  modules(modules: readonly Module[]): Module[] {
    return modules.map((module) => ({
      ...module,
      path: this.text(module.path),
      lines: this.lines(module.lines),
      exports: this.lines(module.exports),
      imports: this.imports(module.imports ?? []),
    }));
  }

  #name(letter: string): string {
    const drawn = this.#drawn.get(letter) ?? this.#draw(letter);
    this.#drawn.set(letter, drawn);
    return drawn;
  }

  #draw(letter: string): string {
    if (letter === 'F' || letter === 'G') return this.names.function();
    if (letter === 'K') return this.names.class();
    if (letter === 'M') return this.names.module();
    return this.names.variable();
  }
}
