import { SetupError } from './errors.mjs';

/** Refuses a platform for which there is no TensorFlow library to fetch. */
export function requireSupportedPlatform(
  platform = process.platform,
  architecture = process.arch,
  glibc = glibcVersion(),
) {
  const supported = 'the set-up supports Linux on x64 with glibc 2.27 or later, such as Debian 12 or Ubuntu 22.04';
  if (platform !== 'linux' || architecture !== 'x64')
    throw new SetupError(
      `This is ${platform} on ${architecture}, and ${supported}: use such a machine, or a container or virtual machine of it.`,
    );
  const [major = 0, minor = 0] = glibc.split('.').map(Number);
  if (major * 1000 + minor < 2027)
    throw new SetupError(
      `This Linux has ${glibc ? `glibc ${glibc}` : 'no glibc'}, and ${supported}: use such a system, or a container of it.`,
    );
}

/** Refuses a Node that is too old. */
export function requireNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) < 20)
    throw new SetupError(
      `This is Node ${version}, and Node 20 or later is needed: install it, then run the same command again.`,
    );
}

function glibcVersion() {
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ?? '';
}
