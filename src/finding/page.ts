/** Where the rules' pages stand, which `npm run docs` makes from the rules' own words. */
export const RULE_PAGES = 'https://github.com/leastwise/leastwise/blob/main/docs/rules';

/** The page of a rule. */
export function rulePage(id: string, pages = RULE_PAGES): string {
  return `${pages}/${id}.md`;
}
