import { describe, expect, it } from 'vitest';
import { importOptionsSchema } from '../../shared/contract/import';
import { ImportDraft } from './import-draft.svelte';
import { preview } from './testing-preview';

function draft(...more: Parameters<typeof preview>): ImportDraft {
  const made = new ImportDraft(['/home/me/animals']);
  made.show(preview(...more));
  return made;
}

describe('an import that is prepared', () => {
  it('asks for what main takes by default', () => {
    const untouched = draft();
    expect(untouched.obstacle).toBeNull();
    expect(importOptionsSchema.parse(untouched.choices)).toEqual(importOptionsSchema.parse({}));
  });

  it('renames, merges and leaves out classes', () => {
    const changed = draft();
    changed.change('cat', { name: ' mammal ' });
    changed.change('dog', { name: 'mammal' });
    expect([...changed.result]).toEqual([
      ['mammal', 2],
      ['owl', 1],
    ]);
    expect(changed.obstacle).toBeNull();
    expect(changed.choices).toMatchObject({ rename: { cat: 'mammal', dog: 'mammal' }, leaveOut: [] });
    changed.change('owl', { isLeftOut: true });
    expect(changed.choices.leaveOut).toEqual(['owl']);
    expect(changed.obstacle).toContain('at least two');
  });

  it('says what is in the way', () => {
    const changed = draft();
    changed.change('cat', { name: ' ' });
    expect(changed.obstacle).toContain('no name');
    changed.change('cat', { name: 'cat' });
    changed.validationPercent = 60;
    changed.testPercent = 40;
    expect(changed.obstacle).toContain('100 %');
    changed.testPercent = null;
    expect(changed.obstacle).toContain('not a number');
    changed.testPercent = 10;
    expect(changed.obstacle).toBeNull();
    expect(changed.choices).toMatchObject({ validationShare: 0.6, testShare: 0.1 });
  });

  it('takes classes from the names of files only once somebody agreed', () => {
    const flat = draft({ classesFromNames: true });
    expect(flat.obstacle).toContain('file names');
    flat.acceptsNames = true;
    expect(flat.obstacle).toBeNull();
    expect(flat.choices.classesFromNames).toBe(true);
  });

  it('asks for the column of the classes, and for nothing else then', () => {
    const table = { columns: [], path: 'image', label: null, split: null, oneHot: 0, folds: [], fold: null };
    const asking = draft({ classes: [], table: { ...table, asks: 'label' } });
    expect(asking.obstacle).toContain('column that holds the classes');
    asking.columns = { label: 'outcome' };
    asking.show(preview({ table: { ...table, label: 'outcome', asks: null } }));
    expect(asking.obstacle).toBeNull();
    expect(asking.choices).toMatchObject({ columns: { label: 'outcome' } });
  });

  it('keeps the name that was typed where the source is read in another way', () => {
    const named = draft();
    named.name = 'My animals';
    named.show(preview());
    expect(named.name).toBe('My animals');
  });

  it('knows the splits that the source brings', () => {
    const split = draft({ classes: [{ name: 'a', train: 1, validation: 0, test: 2 }] });
    expect(split.has('test')).toBe(true);
    expect(split.has('validation')).toBe(false);
  });
});
