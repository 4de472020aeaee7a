/** Of what computes: TensorFlow, processors and GPUs. */
export const device = {
  'TensorFlow is not installed or does not start: {reason} Run "npm run setup" to mend it.':
    'TensorFlow가 설치되어 있지 않거나 시작되지 않습니다: {reason} "npm run setup"을 실행하면 고칠 수 있습니다.',
  'RESIDUAL_STUDIO_KERNELS is "{value}": set it to {forms} or tensorflow, or unset it.':
    'RESIDUAL_STUDIO_KERNELS 값이 "{value}"입니다. {forms} 또는 tensorflow로 설정하거나 설정을 지우십시오.',
  'RESIDUAL_STUDIO_KERNELS does not suit this machine: {faults}.':
    'RESIDUAL_STUDIO_KERNELS 설정이 이 컴퓨터에 맞지 않습니다: {faults!}.',
  'the compiler did not know the instructions': '컴파일러가 이 명령어를 모릅니다',

  'There is no GPU {choice}: no NVIDIA driver answers on this machine. Choose cpu or auto.':
    'GPU {choice}이(가) 없습니다. 이 컴퓨터에서 응답하는 NVIDIA 드라이버가 없습니다. cpu나 auto를 고르십시오.',
  'There is no GPU {choice}. Choose one of {known}, or cpu, or auto.':
    'GPU {choice}이(가) 없습니다. {known}, cpu, auto 중에서 고르십시오.',
  'It must be auto, cpu, or the number of a GPU, from 0.': 'auto, cpu, 또는 0부터 세는 GPU 번호여야 합니다.',
  'There is an NVIDIA GPU ({name}), but TensorFlow is installed for processors alone: the CPU computes. Run "npm run setup" to install its CUDA build.':
    'NVIDIA GPU({name})가 있지만 TensorFlow가 CPU용으로만 설치되어 CPU로 계산합니다. "npm run setup"을 실행하면 CUDA 빌드를 설치합니다.',
  'TensorFlow is installed for NVIDIA GPUs ({cuda}), but cannot use {name} with driver {driver}: the CPU computes. CUDA 12 needs driver {least} or later.':
    'TensorFlow가 NVIDIA GPU용으로 설치되어 있지만({cuda!}), 드라이버 {driver}의 {name}을(를) 쓸 수 없어 CPU로 계산합니다. CUDA 12에는 드라이버 {least} 이상이 필요합니다.',
  'TensorFlow is installed for NVIDIA GPUs ({cuda}), but no NVIDIA driver answers here: the CPU computes. Install the driver, or choose the smaller library with "RESIDUAL_STUDIO_TENSORFLOW=cpu npm run setup".':
    'TensorFlow가 NVIDIA GPU용으로 설치되어 있지만({cuda!}), 응답하는 NVIDIA 드라이버가 없어 CPU로 계산합니다. 드라이버를 설치하거나, "RESIDUAL_STUDIO_TENSORFLOW=cpu npm run setup"으로 더 작은 라이브러리를 고르십시오.',
  'CUDA of unknown version, cuDNN {cudnn}': 'CUDA(버전 알 수 없음), cuDNN {cudnn}',
  'CUDA of unknown version': 'CUDA(버전 알 수 없음)',
};
