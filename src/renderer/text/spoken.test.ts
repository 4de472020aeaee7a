import { afterEach, describe, expect, it } from 'vitest';
import { checkInputSize } from '../../shared/network/input-size';
import { chooseVariant, findVariant } from '../../shared/network/variants';
import { messageOf } from '../../shared/errors';
import { checkCombination, checkLength } from '../../shared/recipe/rules';
import { recipeValues } from '../../shared/recipe/table';
import { combine } from '../../shared/recipe/values';
import { speak } from './language.svelte';
import { spoken } from './spoken';

function messageOfCall(call: () => unknown): string {
  try {
    call();
  } catch (thrown) {
    return messageOf(thrown);
  }
  throw new Error('nothing was thrown');
}

const adamwMomentum = { optimizer: 'adamw', momentum: 0.9 } as const;

const refusals: readonly [string, () => unknown][] = [
  ['resnet21', () => findVariant('resnet21')],
  ['highway20', () => findVariant('highway20')],
  ['vgg16', () => findVariant('vgg16')],
  ['Plain-20', () => chooseVariant('plain20', { shortcut: 'A' })],
  ['30x30x3', () => checkInputSize(findVariant('resnet20'), [30, 30, 3])],
  ['ResNet-50', () => checkInputSize(findVariant('resnet50'), [30, 32, 3])],
  ['AdamW', () => checkCombination(adamwMomentum, combine(recipeValues('quick'), adamwMomentum))],
  ['0.5,0.75', () => checkLength({ milestones: [5000] }, 1000, 10)],
];

describe('spoken', () => {
  afterEach(() => speak('en'));

  it('leaves everything as it is in English', () => {
    const message = messageOfCall(() => findVariant('resnet21'));
    expect(spoken(message)).toBe(message);
  });

  it.each(refusals)('says in Korean what is wrong with %s', (name, call) => {
    speak('ko');
    const korean = spoken(messageOfCall(call));
    expect(korean).toMatch(/[가-힣]/);
    expect(korean).toContain(name);
    const names = /\S*\d\S*|\b(?:SGD|AdamW|ImageNet|CIFAR|ResNet|Plain|Highway)\b|\bsteps\b/g;
    expect(korean.replace(names, '')).not.toMatch(/[a-z]{3,}/i);
  });

  it('says why a run is over', () => {
    speak('ko');
    expect(
      spoken(
        'The process was killed from outside (SIGKILL), by the system when memory runs out. Try a smaller batch, or close other programs.',
      ),
    ).toMatch(/^프로세스가 밖에서 강제로 종료되었습니다/);
    expect(
      spoken(
        'The disk of /data/runs/a is full: a checkpoint or the metrics could not be written. Make room, and resume the run. The checkpoint of step 40 is kept.',
      ),
    ).toBe(
      '/data/runs/a의 디스크가 가득 차 체크포인트나 지표를 저장하지 못했습니다. 공간을 비우고 이어서 학습하십시오. 스텝 40의 체크포인트는 남아 있습니다.',
    );
  });
});
