import { describe, expect, it } from 'vitest';
import { message } from '../../shared/words/message';
import { noNumbers } from './run-numbers';
import { presentState, stateFile, stateFormat } from './state-file';

describe('the reason of a run', () => {
  it('is kept in English and as a message', () => {
    const file = stateFormat.schema.parse(
      stateFile('failed', message('training.diskFull', { folder: '/a' }), null, noNumbers),
    );
    expect(file.reason).toBe(
      'The disk of /a is full: a checkpoint or the metrics could not be written. Make room, and resume the run.',
    );
    expect(file.reasonWords).toEqual(message('training.diskFull', { folder: '/a' }));
    expect(presentState(file)).toMatchObject({ reason: file.reason, reasonWords: file.reasonWords });
  });

  it('is the sentence alone in files of earlier versions, and where the system says it', () => {
    const { reasonWords, ...earlier } = stateFile('failed', 'It broke.', null, noNumbers);
    expect(reasonWords).toBeUndefined();
    expect(presentState(stateFormat.schema.parse(earlier))).toMatchObject({ state: 'failed', reason: 'It broke.' });
  });
});
