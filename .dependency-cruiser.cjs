const main = (...rooms) => rooms.map((room) => `src/main/${room}`);
const ground = ['src/shared', ...main('files', 'machine', 'transport')];
const stores = [...ground, ...main('engine', 'datasets', 'runs', 'export')];

/** What each room may import besides itself: the one import direction of the project. */
const allowed = {
  'src/shared': [],
  'src/main/files': ['src/shared'],
  'src/main/machine': ['src/shared', ...main('files')],
  'src/main/transport': ['src/shared', ...main('files')],
  'src/main/engine': ground,
  'src/main/datasets': ground,
  'src/main/runs': [...ground, ...main('engine', 'datasets')],
  'src/main/export': [...ground, ...main('engine', 'datasets', 'runs')],
  'src/main/launch': ground,
  'src/main/trainer': stores,
  'src/main/inspector': stores,
  'src/main/importer': stores,
  'src/main/studio': [...stores, ...main('launch')],
  'src/main/hosts/cli': [...stores, ...main('launch', 'studio')],
  'src/main/hosts/electron': [...stores, ...main('launch', 'studio')],
  'src/preload': ['src/shared'],
  'src/renderer': ['src/shared'],
};

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
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
