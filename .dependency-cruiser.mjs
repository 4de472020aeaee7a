import { readFileSync } from 'node:fs';

const rooms = JSON.parse(readFileSync(new URL('scripts/rooms.json', import.meta.url), 'utf8'));

const ground = ['src/shared', 'src/main/files', 'src/main/machine', 'src/main/transport'];
const stores = [...ground, 'src/main/engine', 'src/main/datasets', 'src/main/runs', 'src/main/export'];
const groups = { ground, stores };

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(rooms).map(([folder, { imports }]) => ({
      name: `imports-of-${folder.replaceAll('/', '-')}`,
      severity: 'error',
      from: { path: `^${folder}/` },
      to: {
        path: '^src/',
        pathNot: [folder, ...imports.flatMap((name) => groups[name] ?? name)].map((room) => `^${room}/`),
      },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
