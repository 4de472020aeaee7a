import type { Translation } from '../translation';
import type { devices as english } from '../en/devices';

export const devices = {
  notInstalled:
    'TensorFlow가 설치되어 있지 않거나 시작되지 않습니다: {$reason} "npm run setup"을 실행하면 고칠 수 있습니다.',
  unknownKernels:
    'RESIDUAL_STUDIO_KERNELS 값이 "{$value}"입니다. {$forms} 또는 tensorflow로 설정하거나 설정을 지우십시오.',
  unsuitableKernels: 'RESIDUAL_STUDIO_KERNELS 설정이 이 컴퓨터에 맞지 않습니다: {$faults}.',
  oldCompiler: '컴파일러가 이 명령어를 모릅니다',
  noDriver:
    'GPU {$choice :josa form=이} 없습니다. 이 컴퓨터에서 응답하는 NVIDIA 드라이버가 없습니다. cpu나 auto를 고르십시오.',
  unknownGpu: 'GPU {$choice :josa form=이} 없습니다. {$known}, cpu, auto 중에서 고르십시오.',
  wanted: 'auto, cpu, 또는 0부터 세는 GPU 번호여야 합니다.',
  processorsAlone:
    'NVIDIA GPU({$name})가 있지만 TensorFlow가 CPU용으로만 설치되어 CPU로 계산합니다. "npm run setup"을 실행하면 CUDA 빌드를 설치합니다.',
  oldDriver:
    'TensorFlow가 NVIDIA GPU용으로 설치되어 있지만({$cuda}), 드라이버 {$driver}의 {$name :josa form=을} 쓸 수 없어 CPU로 계산합니다. CUDA 12에는 드라이버 {$least} 이상이 필요합니다.',
  noDriverForGpus:
    'TensorFlow가 NVIDIA GPU용으로 설치되어 있지만({$cuda}), 응답하는 NVIDIA 드라이버가 없어 CPU로 계산합니다. 드라이버를 설치하거나, "RESIDUAL_STUDIO_TENSORFLOW=cpu npm run setup"으로 더 작은 라이브러리를 고르십시오.',
  none: '장치 없음',
  processor: 'CPU, 코어 {$cores :integer}개',
  cuda: 'CUDA {$runtime}, cuDNN {$cudnn}',
  cudaAlone: 'CUDA {$runtime}',
  cudaUnknown: 'CUDA(버전 알 수 없음), cuDNN {$cudnn}',
  versionsUnknown: 'CUDA(버전 알 수 없음)',
} as const satisfies Translation<typeof english>;
