import { expect, it } from 'vitest';
import { automaticName } from './run-name';

it.each([
  [[], 'ResNet-20 on clothing'],
  [['Another'], 'ResNet-20 on clothing'],
  [['ResNet-20 on clothing'], 'ResNet-20 on clothing 2'],
  [['ResNet-20 on clothing', 'ResNet-20 on clothing 2'], 'ResNet-20 on clothing 3'],
  // The number of one that was deleted is not given again while there is a later one.
  [['ResNet-20 on clothing 4'], 'ResNet-20 on clothing 5'],
  [
    ['ResNet-20 on clothing of 2020', 'ResNet-20 on clothing 2 b', 'ResNet-20 on clothing 03x'],
    'ResNet-20 on clothing',
  ],
])('tells runs that are alike by numbers: %j', (taken, name) => {
  expect(automaticName('ResNet-20', 'clothing', taken)).toBe(name);
});
