const RULES = 'https://github.com/leastwise/leastwise/blob/main/docs/rules';

/** The page of a rule: made by `npm run docs` from the rule's own words. */
export function rulePage(id: string): string {
  return `${RULES}/${id}.md`;
}
