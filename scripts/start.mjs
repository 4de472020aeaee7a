import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { runInForeground } from './foreground.mjs';
import { runCommand, setUp } from './setup.mjs';
import { electronPath } from './setup/electron.mjs';
import { SetupError } from './setup/errors.mjs';
import { projectFolder } from './setup/paths.mjs';

const noDisplay =
  'There is no display here (DISPLAY and WAYLAND_DISPLAY are unset), so no window can open: start the studio in a desktop session, or train without a window: npm run studio -- train --dataset <folder> --model resnet20';

await runCommand(async () => {
  const { env, platform } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) throw new SetupError(noDisplay);
  await setUp();
  await build();
  const electron = electronPath();
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !sandboxWorks(dirname(electron)))
    throw new SetupError(
      `Electron's sandbox cannot start for ordinary users here: run sudo chown root:root '${join(dirname(electron), 'chrome-sandbox')}' && sudo chmod 4755 '${join(dirname(electron), 'chrome-sandbox')}' once, then the same command again.`,
    );
  // Chromium refuses to start its sandbox for root.
  const flags = isRoot ? ['--no-sandbox'] : [];
  process.exitCode = await runInForeground(electron, [...flags, projectFolder, ...process.argv.slice(2)]);
});

/** Chromium needs user namespaces, or its helper owned by root with the set-user-id bit. */
function sandboxWorks(folder) {
  const helper = statSync(join(folder, 'chrome-sandbox'), { throwIfNoEntry: false });
  if (helper?.uid === 0 && helper.mode & 0o4000) return true;
  const setting = (path, otherwise) => {
    try {
      return Number(readFileSync(`/proc/sys/${path}`, 'utf8'));
    } catch {
      return otherwise;
    }
  };
  return (
    setting('user/max_user_namespaces', 1) > 0 &&
    setting('kernel/unprivileged_userns_clone', 1) === 1 &&
    setting('kernel/apparmor_restrict_unprivileged_userns', 0) === 0
  );
}
