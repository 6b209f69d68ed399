/** Imports run one way: cli → scenarios, mock-server, dashboards → fixtures. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'fixtures-stand-alone',
      severity: 'error',
      from: { path: '^fixtures/' },
      to: { path: '^(cli|scenarios|mock-server|dashboards|bench)/' },
    },
    {
      name: 'mock-server-knows-fixtures-only',
      severity: 'error',
      from: { path: '^mock-server/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(cli|scenarios|dashboards|bench)/' },
    },
    {
      name: 'scenarios-know-fixtures-only',
      severity: 'error',
      from: { path: '^scenarios/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(cli|mock-server|dashboards|bench)/' },
    },
    {
      name: 'k6-has-no-npm-and-no-node',
      comment: 'k6 runs these files; it knows neither npm packages nor node: modules.',
      severity: 'error',
      from: {
        path: '^(scenarios/|fixtures/(arrival/schedule|form/(fields|written-figures)|photos/upload-mark|plan/(line-files|types))\\.ts)',
        pathNot: '\\.test\\.ts$',
      },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: '(^k6|/k6/)' },
    },
    {
      name: 'what-vus-keep-leaves-the-init-stage-alone',
      comment:
        'k6 keeps every function of a script for every VU; what a VU needs of the init stage are types. See scenarios/composition.ts.',
      severity: 'error',
      from: {
        path: '^scenarios/',
        pathNot: '\\.test\\.ts$|^scenarios/(init-stage|target-tasks)/|^scenarios/whole\\.ts$',
      },
      to: { path: '^scenarios/init-stage/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'dashboards-know-metric-names-only',
      severity: 'error',
      from: { path: '^dashboards/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(cli|scenarios|fixtures|bench)/' },
    },
    {
      name: 'evidence-knows-no-http',
      severity: 'error',
      from: { path: '^cli/(evidence|report)/' },
      to: { path: '^(cli/(targets|commands|k6|run|rehearse)/|mock-server/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
