import { describe, expect, it } from 'vitest';
import { type Dragged, dropPlan, isWeights } from './drop';

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
    expect(dropPlan([picture, text, folder], classifying)).toEqual({
      action: 'classify',
      title: 'Drop to classify this picture',
      text: 'With ResNet-20. Files that are not pictures are left out.',
    });
    expect(dropPlan([text, folder], classifying)?.action).toBe('import');
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

describe('isWeights', () => {
  it('goes by the name', () => {
    expect(['a/best.safetensors', 'B.SAFETENSORS', 'a.safetensors/cat.png'].map(isWeights)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
