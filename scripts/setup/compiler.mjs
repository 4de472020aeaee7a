import { SetupError } from './errors.mjs';
import { findProgram, runTool } from './tools.mjs';

const compilers = ['c++', 'g++', 'clang++'];

/** The C++ compiler of this machine: CXX where it is set. */
export function findCompiler(env) {
  const compiler = [env.CXX, ...compilers]
    .filter(Boolean)
    .map((name) => findProgram(name, env))
    .find(Boolean);
  if (!compiler)
    throw new SetupError(
      'A C++ compiler is missing (c++, g++ and clang++ were looked for): install one (on Debian and Ubuntu: sudo apt-get install g++), then run the same command again.',
    );
  return compiler;
}

/** The last arguments of a compiler that links a library to TensorFlow's, which lies in the folder. */
export const linkedToTensorflow = (library) => [
  `-L${library}`,
  '-l:libtensorflow_cc.so.2',
  '-l:libtensorflow_framework.so.2',
  `-Wl,-rpath,${library}`,
];

/** Loads a library for Node in a process of its own, since one that does not suit the processor ends its process. */
export async function loadingFault(path) {
  const code = 'process.dlopen({ exports: {} }, process.argv[1])';
  const result = await runTool(process.execPath, ['-e', code, path]);
  if (result.ok) return undefined;
  return result.signal ? `error: it ended with ${result.signal}` : result.output;
}
