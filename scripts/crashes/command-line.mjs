import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { projectFolder } from '../setup/paths.mjs';
import { childrenOf } from './processes.mjs';

const program = join(projectFolder, 'out', 'main', 'cli.cjs');

/** The studio as the command line of a data folder. */
export class CommandLine {
  constructor(home) {
    this.home = home;
  }

  #spawn(words) {
    return spawn(process.execPath, [program, ...words], {
      env: { ...process.env, RESIDUAL_STUDIO_HOME: this.home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** @returns what the command printed, as JSON. @throws Error where it fails. */
  async ask(...words) {
    const child = this.#spawn([...words, '--json']);
    const [output, notes, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise((resolve) => child.once('exit', resolve)),
    ]);
    if (code !== 0) throw new Error(`${words.join(' ')}: exit code ${code}\n${notes}`);
    return JSON.parse(output.trimEnd().split('\n').at(-1));
  }

  show(run) {
    return this.ask('runs', 'show', run);
  }

  list() {
    return this.ask('runs', '--all');
  }

  /** Starts a run, or goes on with one, in processes that can be killed. */
  begin(run, options) {
    return new Session(this.#spawn([...(run ? ['resume', run] : ['train', ...options]), '--json']));
  }
}

/** A command that trains. */
class Session {
  /** The newest step that its output told. */
  told = 0;
  notes = '';

  constructor(child) {
    this.child = child;
    this.pid = child.pid;
    const lines = createInterface(child.stdout);
    lines.on('line', (line) => {
      const event = JSON.parse(line);
      if (event.event === 'step') this.told = event.step;
    });
    child.stderr.on('data', (data) => (this.notes += data));
    /** Resolves when its processes hold its output no more. */
    this.ended = new Promise((resolve) => child.once('close', resolve));
  }

  /** Of the process that trains; undefined where there is none yet, or no more. */
  get trainer() {
    return childrenOf(this.pid, 'trainer.cjs')[0];
  }
}
