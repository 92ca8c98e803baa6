/**
 * The arrows of the house: imports run downwards only.
 *   designer, workspace -> ui -> server/contract
 *   designer, workspace -> engine, calendar, forms, templates (never templates/printer)
 *   server -> engine, calendar, forms, templates
 *   engine, calendar, forms, templates -> nothing of ours
 *   seeds -> the public types of what it seeds
 */
const ROOMS = ['engine', 'calendar', 'forms', 'templates', 'server', 'designer', 'workspace', 'ui', 'seeds'];

const only = (room, allowed) => ({
  name: `${room}-arrows`,
  comment: `${room}/ may import only: ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: {
    path: `^(${ROOMS.join('|')}|tests|bench|scripts|bin)/`,
    pathNot: [`^${room}/`, ...allowed.map((path) => `^${path}`)],
  },
});

const PURE_ROOMS = ['engine', 'calendar', 'forms', 'templates'];
const BROWSER_ROOMS = ['ui/', 'server/contract/', ...PURE_ROOMS.map((room) => `${room}/`)];

module.exports = {
  forbidden: [
    ...PURE_ROOMS.map((room) => only(room, [])),
    only('server', [...PURE_ROOMS.map((room) => `${room}/`), 'seeds/load\\.ts$']),
    only('ui', ['server/contract/', ...PURE_ROOMS.map((room) => `${room}/`)]),
    only('designer', BROWSER_ROOMS),
    only('workspace', BROWSER_ROOMS),
    only('seeds', ['server/contract/', 'calendar/', 'engine/', 'forms/', 'templates/']),
    {
      name: 'seeds-wired-in-main',
      comment: 'only server/main.ts (and the commands) hand the sample province to the server',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(main\\.ts|cli/)' },
      to: { path: '^seeds/' },
    },
    {
      name: 'contract-is-a-leaf',
      comment: 'server/contract is what browsers may see: schemas and types, nothing else of the server',
      severity: 'error',
      from: { path: '^server/contract/' },
      to: { path: '^(server|ui|designer|workspace|seeds)/', pathNot: '^server/contract/' },
    },
    {
      name: 'no-printer-in-browser',
      severity: 'error',
      from: { path: '^(designer|workspace|ui)/' },
      to: { path: '^templates/(printer|worker)/' },
    },
    {
      name: 'engine-libraries',
      comment: 'the kernel stands on feelin and bpmn-moddle alone',
      severity: 'error',
      from: { path: '^engine/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: '^node_modules/(feelin|bpmn-moddle|moddle|moddle-xml|min-dash|saxen)/',
      },
    },
    {
      name: 'pure-rooms-no-node',
      comment: 'pure rooms run in the browser too',
      severity: 'error',
      from: { path: '^(engine|calendar|forms|templates)/', pathNot: '^templates/(printer|worker)/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.(css|svg|png|woff2?)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    parser: 'swc',
  },
};
