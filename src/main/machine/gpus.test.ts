import { describe, expect, it } from 'vitest';
import { deviceChoiceSchema } from '../../shared/contract/device';
import { inEnglish } from '../../shared/words/english';
import { say } from '../../shared/words/say';
import { checkDevice, cudaWords, deviceEnvironment, explainFallback, parseGpus } from './gpus';

const two = '0, NVIDIA H200, 570.86.15, 143771\n1, NVIDIA RTX A2000, 12GB, 570.86.15, 12282\n';

describe('parseGpus', () => {
  it('reads a line for each GPU, whatever its name holds', () => {
    expect(parseGpus(two)).toEqual([
      { index: 0, name: 'NVIDIA H200', driver: '570.86.15', memoryBytes: 143_771 * 2 ** 20 },
      { index: 1, name: 'NVIDIA RTX A2000, 12GB', driver: '570.86.15', memoryBytes: 12_282 * 2 ** 20 },
    ]);
  });

  it('finds none in what nvidia-smi says instead', () => {
    expect(parseGpus('No devices were found\n')).toEqual([]);
    expect(parseGpus("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.\n")).toEqual([]);
  });
});

describe('a choice of device', () => {
  it.each([
    ['auto', {}],
    ['CPU', { CUDA_VISIBLE_DEVICES: '-1' }],
    ['1', { CUDA_DEVICE_ORDER: 'PCI_BUS_ID', CUDA_VISIBLE_DEVICES: '1' }],
    ['01', { CUDA_DEVICE_ORDER: 'PCI_BUS_ID', CUDA_VISIBLE_DEVICES: '1' }],
  ])('%s sets what TensorFlow sees', (text, environment) => {
    expect(deviceEnvironment(deviceChoiceSchema.parse(text))).toEqual(environment);
  });

  it.each(['', 'gpu', '-1', '1.5', '0,1'])('"%s" is none', (text) => {
    expect(deviceChoiceSchema.safeParse(text).success).toBe(false);
  });

  it('is refused where there is no such GPU, with those that there are', async () => {
    const both = async () => parseGpus(two);
    await expect(checkDevice('2', both)).rejects.toThrow(
      'There is no GPU 2. Choose one of 0 (NVIDIA H200), 1 (NVIDIA RTX A2000, 12GB), or cpu, or auto.',
    );
    await expect(checkDevice('0', async () => [])).rejects.toThrow('no NVIDIA driver answers on this machine');
    for (const choice of ['1', 'cpu', 'auto']) await expect(checkDevice(choice, both)).resolves.toBeUndefined();
  });
});

describe('explainFallback', () => {
  const cuda = { runtime: '12.9.79', cudnn: '9.28.0.42' };
  const onCpu = { devices: ['CPU'], cuda };
  const told = (...given: Parameters<typeof explainFallback>) => inEnglish(explainFallback(...given) ?? '');

  it('tells why a build for GPUs computes on the CPU', () => {
    expect(told(onCpu, [], 'auto')).toMatch(
      /^TensorFlow is installed for NVIDIA GPUs \(CUDA 12\.9\.79, cuDNN 9\.28\.0\.42\), but no NVIDIA driver answers here: the CPU computes/,
    );
    expect(told(onCpu, parseGpus(two), 'auto')).toContain('cannot use NVIDIA H200 with driver 570.86.15');
    expect(told({ ...onCpu, cuda: null }, parseGpus(two), 'auto')).toContain('Run "npm run setup"');
  });

  it('is said in Korean as well, with the versions that are known', () => {
    const fallback = explainFallback({ ...onCpu, cuda: { runtime: null, cudnn: '9.1' } }, parseGpus(two), 'auto');
    expect(say('ko', fallback ?? '')).toMatch(/\(CUDA\(버전 알 수 없음\), cuDNN 9\.1\).*NVIDIA H200을 쓸 수 없어/);
    const versions = [cuda, { runtime: '12', cudnn: null }, { runtime: null, cudnn: null }];
    expect(versions.map((each) => inEnglish(cudaWords(each)))).toEqual([
      ...['CUDA 12.9.79, cuDNN 9.28.0.42', 'CUDA 12', 'CUDA of unknown version'],
    ]);
  });

  it('has nothing to tell where all is as it should be', () => {
    expect(explainFallback({ devices: ['GPU', 'CPU'], cuda }, parseGpus(two), 'auto')).toBeNull();
    expect(explainFallback(onCpu, parseGpus(two), 'cpu')).toBeNull();
    expect(explainFallback({ devices: ['CPU'], cuda: null }, [], 'auto')).toBeNull();
  });
});
