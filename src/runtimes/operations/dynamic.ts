import type { Span } from '#source/span';
import type { CodeModule } from '#syntax/code/form';

type Language = 'python' | 'javascript';

/**
 * What runs code that nothing in the text names: files chosen at run time, other processes and threads, texts. What that calls cannot be
 * seen, so that nothing is unused.
 */
const UNSEEN: Readonly<Record<Language, RegExp>> = {
  javascript:
    /\b(?:require|import)\(\s{0,20}(?!['"`)\s])|\b(?:require|import)\(\s{0,20}(?:`[^`]{0,200}\$\{|['"`][^'"`]{0,200}['"`]\s{0,20}\+)|\bworker_threads\b|\bchild_process\b|\beval\(|\bnew Function\(|\bvm\.run/,
  python:
    /\bimport_module\(|\b__import__\(|\brunpy\.run_|(?<![.\w])(?:exec|eval)\(|\bspec_from_file_location\(|\bos\.(?:spawn|exec)[lv]/,
};

/** What calls a function by a name that is made at run time: each of those that are loaded may be meant. */
const BY_NAME: Readonly<Record<Language, RegExp>> = {
  javascript:
    /[\w$)\]]\[[A-Za-z_$`][^\]'"]{0,120}\]\s{0,5}(?:\?\.)?(?:\(|\.(?:bind|call|apply)\()|(?:=|return|await) {0,3}[\w$.]{1,60}\[[A-Za-z_$`][^\]'"]{0,120}\] {0,5}(?:;|\r?\n)|\bReflect\.(?:get|apply)\(/,
  python:
    /\bgetattr\(\s{0,20}[\w.()]{1,80}\s{0,5},\s{0,20}(?!\s|["'][^"'{]{0,80}["']\s{0,5}[,)])|\b(?:globals|locals|vars)\(|\b__dict__\b|\bmethodcaller\(/,
};

function languageOf({ language }: CodeModule): Language {
  return language === 'python' ? 'python' : 'javascript';
}

/** Where code is run that is not seen; undefined where none is. */
export function unseenCode(code: CodeModule): Span | undefined {
  const found = UNSEEN[languageOf(code)].exec(code.file.text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** Whether a module calls functions by names that are made at run time. */
export function callsByName(code: CodeModule): boolean {
  return BY_NAME[languageOf(code)].test(code.file.text);
}
