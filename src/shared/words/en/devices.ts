export const devices = {
  notInstalled: 'TensorFlow is not installed or does not start: {$reason} Run "npm run setup" to fix it.',
  unknownKernels: 'RESIDUAL_STUDIO_KERNELS is "{$value}": set it to {$forms} or tensorflow, or unset it.',
  unsuitableKernels: 'RESIDUAL_STUDIO_KERNELS does not suit this machine: {$faults}.',
  oldCompiler: 'the compiler did not know the instructions',
  noDriver: 'There is no GPU {$choice}: no NVIDIA driver answers on this machine. Choose cpu or auto.',
  unknownGpu: 'There is no GPU {$choice}. Choose one of {$known}, or cpu, or auto.',
  wanted: 'It must be auto, cpu, or the number of a GPU, from 0.',
  processorsAlone:
    'There is an NVIDIA GPU ({$name}), but TensorFlow is installed for processors alone: the CPU computes. Run "npm run setup" to install its CUDA build.',
  oldDriver:
    'TensorFlow is installed for NVIDIA GPUs ({$cuda}), but cannot use {$name} with driver {$driver}: the CPU computes. CUDA 12 needs driver {$least} or later.',
  noDriverForGpus:
    'TensorFlow is installed for NVIDIA GPUs ({$cuda}), but no NVIDIA driver answers here: the CPU computes. Install the driver, or choose the smaller library with "RESIDUAL_STUDIO_TENSORFLOW=cpu npm run setup".',
  none: 'No device',
  processor: `.input {$cores :integer} .match $cores
    one {{CPU, {$cores} core}}
    * {{CPU, {$cores} cores}}`,
  cuda: 'CUDA {$runtime}, cuDNN {$cudnn}',
  cudaAlone: 'CUDA {$runtime}',
  cudaUnknown: 'CUDA of unknown version, cuDNN {$cudnn}',
  versionsUnknown: 'CUDA of unknown version',
} as const;
