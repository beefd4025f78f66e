// The walls of docs/architecture.md, each with its reason. `npm run walls` holds the code against them.

/** What each room may import, besides itself. */
export const rooms = {
  source: [],
  syntax: ['source'],
  model: ['source'],
  finding: ['source', 'model'],
  frameworks: ['source', 'syntax', 'model'],
  runtimes: ['source', 'syntax', 'model'],
  rules: ['source', 'model', 'finding'],
  scan: ['source', 'syntax', 'model', 'finding', 'frameworks', 'runtimes'],
  review: ['source', 'finding'],
  github: ['source', 'review'],
  cli: ['source', 'syntax', 'model', 'finding', 'frameworks', 'runtimes', 'rules', 'scan', 'review', 'github'],
};

/** Rooms that touch nothing but their arguments: no network, clock, environment or file system. */
export const pure = ['source', 'syntax', 'model', 'finding', 'frameworks', 'runtimes', 'rules', 'scan', 'review'];

const walls = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-only-what-it-may`,
  comment: `src/${room} may import ${allowed.length === 0 ? 'no other room' : allowed.join(', ')}: knowledge flows one way.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...walls,
    {
      name: 'pure-rooms-touch-nothing',
      comment: 'A scan must give the same answer for the same Snapshot: no file system, network, processes or clock.',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/` },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
    },
    {
      name: 'only-github-and-app-speak-octokit',
      comment: 'github is the only room that speaks to GitHub; app hands it the authenticated client.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(github|app|cli)/' },
      to: { path: 'node_modules/(@octokit|probot)' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle is one module in several files.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'source-does-not-import-tests',
      comment: 'What ships does not depend on what tests it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|tools|bench|demo)/' },
    },
    {
      name: 'rules-do-not-import-rules',
      comment: 'A rule is a room of its own; what two rules need belongs to model or finding.',
      severity: 'error',
      from: { path: '^src/rules/(.+)/rule\\.ts$' },
      to: { path: '^src/rules/.+/rule\\.ts$' },
    },
    {
      name: 'no-dev-dependencies-in-source',
      comment: 'The image installs production dependencies only; types are gone by then.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be resolved was not checked.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.generated\\.|^src/rules/.+/examples/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
