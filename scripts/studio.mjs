import { join } from 'node:path';
import { build } from './build.mjs';
import { commandLineParts, runCommand, setUp } from './setup.mjs';
import { endWithParent, folderOfUser, runInForeground } from './foreground.mjs';
import { projectFolder } from './setup/paths.mjs';

await runCommand(async () => {
  await setUp({ wanted: commandLineParts });
  await build();
  endWithParent();
  const commandLine = join(projectFolder, 'out', 'main', 'cli.cjs');
  process.exitCode = await runInForeground(process.execPath, [commandLine, ...process.argv.slice(2)], {
    cwd: folderOfUser('studio'),
  });
});
