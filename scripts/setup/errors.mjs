/** A failure that the user can mend: its message is the one line shown, so it names the fault and the way out. */
export class SetupError extends Error {
  name = 'SetupError';
}

const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|NewConnectionError|ConnectTimeoutError|ReadTimeoutError|Max retries exceeded|name resolution|Network is unreachable|Could not resolve/i;
const noSpace = /ENOSPC|No space left on device|Errno 28/i;
const wrongHash = /DO NOT MATCH THE HASHES|EINTEGRITY|integrity checksum failed|checksum mismatch/i;

/** Whether a tool's output says that it could not reach anybody. */
export const isNetworkFault = (output) => noNetwork.test(output);

/**
 * Turns what a tool printed into the one line that a user can act on.
 * @param {string} what the thing that was wanted, as in "TensorFlow could not be downloaded"
 * @param {string} output everything the tool printed
 * @param {string} otherwise what to do when the fault is none of the known ones
 */
export function explainFailure(what, output, otherwise) {
  if (noSpace.test(output))
    return new SetupError(`${what}: the disk is full. Free some space, then run the same command again.`);
  if (wrongHash.test(output))
    return new SetupError(
      `${what}: the file that arrived does not match its hash, so it was refused. Run the same command again; if it stays so, clear the download cache (npm cache clean --force, python3 -m pip cache purge) or ask whoever runs your package mirror.`,
    );
  if (isNetworkFault(output))
    return new SetupError(
      `${what}: the network, or the package registry that npm and pip are set to use, cannot be reached. Check the connection and the proxy settings, then run the same command again.`,
    );
  return new SetupError(`${what}${lastError(output)}. ${otherwise}`);
}

function lastError(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => /error/i.test(line) && !/complete log|warning/i.test(line));
  const line = telling.at(0) ?? lines.filter(Boolean).at(-1);
  return line ? ` (${line.replace(/[.\s]+$/, '').slice(0, 300)})` : '';
}

/** A full disk or a forbidden folder is the user's to mend too; any other error is a fault of these scripts. */
export function explainError(error) {
  if (error instanceof SetupError) return error;
  const meanings = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'your disk quota is used up',
    EACCES: 'it may not be written',
    EPERM: 'it may not be written',
    EROFS: 'its disk is read-only',
  };
  const meaning = meanings[error.code];
  if (!meaning) return undefined;
  return new SetupError(
    `${error.path ?? 'A file'} could not be written: ${meaning}. Mend that, or set XDG_CACHE_HOME to another folder, then run the same command again.`,
  );
}
