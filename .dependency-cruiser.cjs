/** What each folder may import besides itself: the one import direction of the project. */
const allowed = {
  'src/shared': [],
  'src/main/engine': ['src/shared'],
  'src/main/datasets': ['src/shared'],
  'src/main/training': ['src/shared', 'src/main/engine', 'src/main/datasets', 'src/main/export'],
  'src/main/inference': ['src/shared', 'src/main/engine', 'src/main/datasets', 'src/main/training'],
  'src/main/export': ['src/shared', 'src/main/engine', 'src/main/datasets'],
  'src/main/cli': [
    'src/shared',
    'src/main/engine',
    'src/main/datasets',
    'src/main/training',
    'src/main/inference',
    'src/main/export',
  ],
  'src/main/app': ['src/shared', 'src/main/datasets', 'src/main/training', 'src/main/inference', 'src/main/export'],
  'src/preload': ['src/shared'],
  'src/renderer': ['src/shared'],
};

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(allowed).map(([folder, targets]) => ({
      name: `imports-of-${folder.replaceAll('/', '-')}`,
      severity: 'error',
      from: { path: `^${folder}/` },
      to: { path: '^src/', pathNot: [folder, ...targets].map((target) => `^${target}/`) },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
