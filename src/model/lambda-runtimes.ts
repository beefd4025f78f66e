/** When Lambda stops looking after a runtime. Dates are `YYYY-MM-DD` in UTC; undefined where AWS has named none. */
export interface LambdaRuntime {
  /** From this day on there are no security patches and no support. */
  readonly deprecated: string;
  /** From this day on no function can be created with it. */
  readonly createBlocked: string | undefined;
  /** From this day on no function that uses it can be changed. */
  readonly updateBlocked: string | undefined;
  /**
   * The language. Runtimes of one family run the same code, give or take what the language itself changed, so that one can stand
   * for another in a template; no family for those whose code has to be rebuilt or rewritten for every other runtime.
   */
  readonly family: 'nodejs' | 'python' | 'ruby' | 'java' | 'provided' | undefined;
}

type Row = readonly [deprecated: string, createBlocked: string | undefined, updateBlocked: string | undefined];

/**
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, as of August 2026. AWS has put off the blocking of all runtimes
 * that were deprecated since 2023 several times, last to February and March 2027.
 */
const DATES: Readonly<Record<string, Row>> = {
  'dotnetcore1.0': ['2019-06-27', '2019-06-30', '2019-07-30'],
  'dotnetcore2.0': ['2019-05-30', '2019-04-30', '2019-05-30'],
  'dotnetcore2.1': ['2022-01-05', '2022-01-05', '2022-04-13'],
  'dotnetcore3.1': ['2023-04-03', '2023-04-03', '2023-05-03'],
  dotnet6: ['2024-12-20', '2027-02-01', '2027-03-03'],
  dotnet8: ['2026-11-10', '2027-02-01', '2027-03-03'],
  dotnet10: ['2028-11-14', '2028-12-14', '2029-01-15'],
  'go1.x': ['2024-01-08', '2024-02-08', '2027-03-03'],
  java8: ['2024-01-08', '2024-02-08', '2027-03-03'],
  'java8.al2': ['2027-06-30', '2027-07-31', '2027-08-31'],
  'java8.al2023': ['2029-06-30', '2029-07-31', '2029-08-31'],
  java11: ['2027-06-30', '2027-07-31', '2027-08-31'],
  'java11.al2023': ['2029-06-30', '2029-07-31', '2029-08-31'],
  java17: ['2027-06-30', '2027-07-31', '2027-08-31'],
  'java17.al2023': ['2029-06-30', '2029-07-31', '2029-08-31'],
  java21: ['2029-06-30', '2029-07-31', '2029-08-31'],
  java25: ['2029-06-30', '2029-07-31', '2029-08-31'],
  nodejs: ['2016-08-30', '2016-09-30', '2016-10-31'],
  'nodejs4.3': ['2020-03-05', '2020-02-03', '2020-03-05'],
  'nodejs4.3-edge': ['2020-03-05', '2019-03-31', '2019-04-30'],
  'nodejs6.10': ['2019-08-12', '2019-07-12', '2019-08-12'],
  'nodejs8.10': ['2020-03-06', '2020-02-04', '2020-03-06'],
  'nodejs10.x': ['2021-07-30', '2021-07-30', '2022-02-14'],
  'nodejs12.x': ['2023-03-31', '2023-03-31', '2023-04-30'],
  'nodejs14.x': ['2023-12-04', '2024-01-09', '2027-03-03'],
  'nodejs16.x': ['2024-06-12', '2027-02-01', '2027-03-03'],
  'nodejs18.x': ['2025-09-01', '2027-02-01', '2027-03-03'],
  'nodejs20.x': ['2026-04-30', '2027-02-01', '2027-03-03'],
  'nodejs22.x': ['2027-04-30', '2027-06-01', '2027-07-01'],
  'nodejs24.x': ['2028-04-30', '2028-06-01', '2028-07-01'],
  provided: ['2024-01-08', '2024-02-08', '2027-03-03'],
  'provided.al2': ['2026-07-31', '2027-02-01', '2027-03-03'],
  'provided.al2023': ['2029-06-30', '2029-07-31', '2029-08-31'],
  'python2.7': ['2021-07-15', '2021-07-15', '2022-05-30'],
  'python3.6': ['2022-07-18', '2022-07-18', '2022-08-29'],
  'python3.7': ['2023-12-04', '2024-01-09', '2027-03-03'],
  'python3.8': ['2024-10-14', '2027-02-01', '2027-03-03'],
  'python3.9': ['2025-12-15', '2027-02-01', '2027-03-03'],
  'python3.10': ['2026-10-31', '2027-02-01', '2027-03-03'],
  'python3.11': ['2027-06-30', '2027-07-31', '2027-08-31'],
  'python3.12': ['2028-10-31', '2028-11-30', '2029-01-10'],
  'python3.13': ['2029-06-30', '2029-07-31', '2029-08-31'],
  'python3.14': ['2029-06-30', '2029-07-31', '2029-08-31'],
  'ruby2.5': ['2021-07-30', '2021-07-30', '2022-03-31'],
  'ruby2.7': ['2023-12-07', '2024-01-09', '2027-03-03'],
  'ruby3.2': ['2026-03-31', '2027-02-01', '2027-03-03'],
  'ruby3.3': ['2027-03-31', '2027-04-30', '2027-05-31'],
  'ruby3.4': ['2028-03-31', '2028-04-30', '2028-05-31'],
  'ruby4.0': ['2029-03-31', '2029-04-30', '2029-05-31'],
};

/** .NET is compiled for one version, `go1.x` wants another name for the program, and Python 2 is another language. */
const ALONE = /^(dotnet|go|python2)/;

/** What is known of a runtime by its identifier; undefined for one that is not in the table: a newer one, or a misspelling. */
export function lambdaRuntime(identifier: string): LambdaRuntime | undefined {
  const row = Object.hasOwn(DATES, identifier) ? DATES[identifier] : undefined;
  if (!row) return undefined;
  const [deprecated, createBlocked, updateBlocked] = row;
  return { deprecated, createBlocked, updateBlocked, family: familyOf(identifier) };
}

function familyOf(identifier: string): LambdaRuntime['family'] {
  if (ALONE.test(identifier)) return undefined;
  return (['nodejs', 'python', 'ruby', 'java', 'provided'] as const).find((family) => identifier.startsWith(family));
}

/**
 * The nearest later runtime of the same family that is looked after for at least another year; the longest-lived one where none is.
 * Undefined when the code would have to be rebuilt or rewritten first, or nothing later is known.
 * @param today `YYYY-MM-DD`
 */
export function successorOf(identifier: string, today: string): string | undefined {
  const family = lambdaRuntime(identifier)?.family;
  if (!family) return undefined;
  const names = Object.keys(DATES).filter((name) => familyOf(name) === family);
  const later = names.slice(names.indexOf(identifier) + 1);
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const lasting = later.find((name) => (DATES[name]?.[0] ?? '') >= inAYear);
  if (lasting) return lasting;
  const longest = later.at(-1);
  return longest !== undefined && (DATES[longest]?.[0] ?? '') > today ? longest : undefined;
}
