import { describe, expect, it } from 'vitest';
import { Translator } from './translator';

const translator = new Translator({
  'There is no run "{run}".': '학습 기록 "{run}"이(가) 없습니다.',
  '{path} is damaged.': '{path} 파일이 손상되었습니다.',
  '{path} holds no run: {message}': '{path}에 학습 기록이 없습니다. {message!}',
  'Run {run} is over ({state}).': '학습 {run}은(는) 끝났습니다({state!}).',
  '{path}: {message}': '{path}: {message!}',
  '{message} Several are classes.': '{message!} 여럿은 클래스입니다.',
  stopped: '멈춤',
});
const said = (message: string) => translator.translate(message);

describe('a translator', () => {
  it('puts values in their places, as they are', () => {
    expect(said('There is no run "stopped".')).toBe('학습 기록 "stopped"이(가) 없습니다.');
    expect(said('There is no run "$& {run} \\n".')).toBe('학습 기록 "$& {run} \\n"이(가) 없습니다.');
    expect(said('There is no run "".')).toBe('학습 기록 ""이(가) 없습니다.');
  });

  it('translates values that are messages', () => {
    expect(said('Run stopped is over (stopped).')).toBe('학습 stopped은(는) 끝났습니다(멈춤).');
    expect(said('/a.zip holds no run: config.json is damaged.')).toBe(
      '/a.zip에 학습 기록이 없습니다. config.json 파일이 손상되었습니다.',
    );
    expect(said('/a.zip holds no run: EFOO')).toBe('/a.zip에 학습 기록이 없습니다. EFOO');
  });

  it('chooses the reading that translates the most', () => {
    expect(said('/a: b is damaged.')).toBe('/a: b 파일이 손상되었습니다.');
    expect(said('/a is damaged. Several are classes.')).toBe('/a 파일이 손상되었습니다. 여럿은 클래스입니다.');
  });

  it('reads lines one by one where they are messages of their own', () => {
    expect(said('There is no run "a".\n/b: c is damaged.\nnothing known')).toBe(
      '학습 기록 "a"이(가) 없습니다.\n/b: c 파일이 손상되었습니다.\nnothing known',
    );
  });

  it('leaves what it does not know', () => {
    expect(said('')).toBe('');
    expect(said('a: b: c\nd: e')).toBe('a: b: c\nd: e');
    expect(said('Run a is over')).toBe('Run a is over');
  });
});
