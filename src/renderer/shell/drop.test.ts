import { describe, expect, it } from 'vitest';
import { conversionWords, type Dragged, dropPlan, weightsKind } from './drop';

const picture = { kind: 'file', type: 'image/png' };
const folder = { kind: 'file', type: '' };
const idle = { network: 'ResNet-20', importing: null, classifying: false };
const text = { kind: 'file', type: 'text/plain' };

describe('dropPlan', () => {
  it('leaves a drag of text alone', () => {
    expect(dropPlan([{ kind: 'string', type: 'text/plain' }], idle)).toBeNull();
    expect(dropPlan([], idle)).toBeNull();
  });

  it('classifies pictures and names the network', () => {
    expect(dropPlan([picture], idle)).toEqual({
      action: 'classify',
      title: 'Drop to classify this picture',
      text: 'With ResNet-20.',
    });
    expect(dropPlan([picture, picture], idle)?.title).toBe('Drop to classify these 2 pictures');
  });

  it('says why pictures cannot be classified', () => {
    expect(dropPlan([picture], { ...idle, network: undefined })?.action).toBe('nothing');
  });

  it('imports folders and other files, also beside pictures', () => {
    expect(dropPlan([folder], idle)?.action).toBe('import');
    expect(dropPlan([picture, folder], idle)?.action).toBe('import');
    expect(dropPlan([folder], { ...idle, network: undefined })?.action).toBe('import');
  });

  it('classifies the pictures among other files where the view is for that', () => {
    const classifying = { ...idle, classifying: true };
    expect(dropPlan([picture, text], classifying)).toEqual({
      action: 'classify',
      title: 'Drop to classify this picture',
      text: 'With ResNet-20. Files that are not pictures are left out.',
    });
    expect(dropPlan([text], classifying)?.action).toBe('import');
  });

  it('classifies the pictures in folders there, where a network can', () => {
    const classifying = { ...idle, classifying: true };
    for (const things of [[folder], [picture, text, folder], [text, folder]]) {
      expect(dropPlan(things, classifying)).toMatchObject({
        action: 'classify',
        title: 'Drop to classify these pictures',
      });
    }
    expect(dropPlan([folder], { ...classifying, network: undefined })?.action).toBe('import');
  });

  it('says of a zip where a run goes', () => {
    const [zip, gzip] = ['application/zip', 'application/gzip'].map((type) => ({ kind: 'file', type }));
    expect(dropPlan([zip as Dragged], idle)?.text).toContain('a run goes to Runs');
    expect(dropPlan([gzip as Dragged], idle)?.text).not.toContain('Runs');
  });

  it('waits for the import that is on, while pictures can still be classified', () => {
    const importing = { ...idle, importing: 'flowers' };
    expect(dropPlan([folder], importing)).toMatchObject({
      action: 'nothing',
      text: expect.stringContaining('flowers'),
    });
    expect(dropPlan([picture], importing)?.action).toBe('classify');
  });
});

describe('weightsKind', () => {
  it.each([
    ['a/best.safetensors', 'safetensors'],
    ['B.SAFETENSORS', 'safetensors'],
    ['resnet20.pth', 'pytorch'],
    ['model.PT', 'pytorch'],
    ['resnet1202.th', 'pytorch'],
    ['epoch.ckpt', 'pytorch'],
    ['resnet50-v1-7.onnx', 'onnx'],
    ['weights.h5', 'keras'],
    ['a.safetensors/cat.png', null],
    ['data_batch_1.bin', null],
    ['pth', null],
  ])('goes by the name: %s', (path, kind) => {
    expect(weightsKind(path)).toBe(kind);
  });

  it('says how PyTorch’s weights become some that a run can start from', () => {
    expect(conversionWords('pytorch', 'resnet20.pth')).toContain(
      'save_file(torch.load("resnet20.pth", map_location="cpu", weights_only=True), "resnet20.safetensors")',
    );
  });
});
