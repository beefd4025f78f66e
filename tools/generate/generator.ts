/** One file that is made from something else and checked in, so that a clone works without making it. */
export interface Generator {
  /** Where the file stands, from the repository's root. */
  readonly path: string;
  /** Its whole text; the same input must give the same bytes. */
  readonly make: () => string | Promise<string>;
}
