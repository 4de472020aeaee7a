import { afterEach, describe, expect, it } from 'vitest';
import { checkInputSize } from '../../shared/network/input-size';
import { chooseVariant, findVariant } from '../../shared/network/variants';
import { messageOf, UserError, wordsOf } from '../../shared/errors';
import { fromWire, toWire } from '../../shared/rpc/errors';
import { checkCombination, checkLength } from '../../shared/recipe/rules';
import { recipeValues } from '../../shared/recipe/table';
import { combine } from '../../shared/recipe/values';
import { known } from '../../shared/words/english';
import { message } from '../../shared/words/message';
import { said, speak } from './words.svelte';

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (thrown) {
    return thrown;
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

describe('what was thrown', () => {
  afterEach(() => speak('en'));

  it('is said as it is in English', () => {
    const thrown = thrownBy(() => findVariant('resnet21'));
    expect(said(wordsOf(thrown))).toBe(messageOf(thrown));
  });

  it.each(refusals)('says in Korean what is wrong with %s', (name, call) => {
    speak('ko');
    const korean = said(wordsOf(thrownBy(call)));
    expect(korean).toMatch(/[가-힣]/);
    expect(korean).toContain(name);
    const names = /\S*\d\S*|\b(?:SGD|AdamW|ImageNet|CIFAR|ResNet|Plain|Highway)\b|\bsteps\b/g;
    expect(korean.replace(names, '')).not.toMatch(/[a-z]{3,}/i);
  });

  it('is said in Korean behind a connection too', () => {
    speak('ko');
    const arrived = fromWire(
      JSON.parse(JSON.stringify(toWire(new UserError(message('runs.unknown', { run: 'a' }))))) as never,
    );
    expect(said(wordsOf(arrived))).toBe('학습 기록 "a"가 없습니다.');
  });

  it('stays as it is where it is a sentence of the system', () => {
    speak('ko');
    expect(said(wordsOf(new Error('bad address')))).toBe('bad address');
  });
});

describe('why a run is over', () => {
  afterEach(() => speak('en'));

  it('is said in Korean', () => {
    speak('ko');
    expect(said(message('processes.killed'))).toMatch(/^프로세스가 밖에서 강제로 종료되었습니다/);
    const full = message('training.diskFull', { folder: '/data/runs/a' });
    expect(said(message('training.checkpointKept', { message: full, step: 40 }))).toBe(
      '/data/runs/a의 디스크가 가득 차 체크포인트나 지표를 저장하지 못했습니다. 공간을 비우고 이어서 학습하십시오. 스텝 40의 체크포인트는 남아 있습니다.',
    );
  });

  it('stays in English where an earlier version kept nothing else', () => {
    speak('ko');
    expect(said(known(undefined, 'The studio ended.'))).toBe('The studio ended.');
  });
});
