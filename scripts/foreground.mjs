import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';

/**
 * Where somebody typed `npm run <script>`: npm starts scripts in the project's folder, and what they run would look for
 * relative paths there.
 * @param {string} script
 * @param {NodeJS.ProcessEnv} [env]
 */
export function folderOfUser(script, env = process.env) {
  const { INIT_CWD: folder, npm_lifecycle_event: running } = env;
  return running === script && folder && existsSync(folder) ? folder : process.cwd();
}

/** A shell between npm and its script; npm's death shows in the shell's parent alone. */
const shells = ['sh', 'bash', 'dash', 'zsh', 'ash', 'busybox'];
const lookMilliseconds = 1000;

/** The name and the parent of a process; null where the system does not tell. */
function processOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) };
  } catch {
    return null;
  }
}

/** As it was at the start: who is gone by the time that somebody looks is missed as well. */
const { ppid } = process;
const startedBy = processOf(ppid);

/**
 * Ends this process when the one that started it is gone without a word, as a supervisor's kill leaves it: npm itself
 * where that started it through a shell. Whoever started npm may go: `nohup npm run ...` is there to outlive it.
 * @param {() => void} [end]
 */
export function endWithParent(end = () => process.exit(129)) {
  const isShell = startedBy !== null && shells.includes(startedBy.name);
  const npm = process.env.npm_lifecycle_event && isShell ? startedBy.parent : null;
  const looks = setInterval(() => {
    const isThere = process.ppid === ppid && (npm === null || processOf(ppid)?.parent === npm);
    if (isThere) return;
    clearInterval(looks);
    end();
  }, lookMilliseconds);
  looks.unref();
}

/**
 * Runs a program with this process's terminal until it ends, and hands each signal on to it once: the terminal signals
 * a whole group, and npm signals its child again, so the program gets a group of its own and repeats are dropped.
 * @param {string} program
 * @param {string[]} args
 * @param {{ repeatMilliseconds?: number, cwd?: string }} [options] how long after a signal the same one counts as its repeat; where the program starts
 * @returns {Promise<number>} its exit code; 128 and the signal's number where a signal ended it
 */
export function runInForeground(program, args, { repeatMilliseconds = 300, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: 'inherit',
      detached: true,
      cwd,
      // It has a session of its own, and so nothing tells it when this process is killed.
      env: { ...process.env, RESIDUAL_STUDIO_WRAPPER: String(process.pid) },
    });
    const handedOn = new Map();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        const repeated = Date.now() - (handedOn.get(signal) ?? 0) < repeatMilliseconds;
        if (!repeated) child.kill(signal);
        handedOn.set(signal, Date.now());
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
