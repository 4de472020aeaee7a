import { expect, it } from 'vitest';
import { classificationCsv } from './csv';

it('writes a line a class, quotes what needs it, and names pictures that could not be read', () => {
  const csv = classificationCsv([
    {
      path: '/a/"b", c.png',
      predictions: [
        { class: 'Ankle boot', probability: 0.75 },
        { class: 'Bag', probability: 1e-7 },
      ],
      logits: [],
      picture: { label: '', width: 1, height: 1, pixels: new Uint8Array(4) },
    },
    { path: '/a/text.png', error: 'This is text.\nNot a picture.' },
  ]);
  expect(csv).toBe(
    [
      'path,rank,class,probability,error',
      '"/a/""b"", c.png",1,Ankle boot,0.75,',
      '"/a/""b"", c.png",2,Bag,1e-7,',
      '/a/text.png,,,,"This is text.\nNot a picture."',
      '',
    ].join('\r\n'),
  );
});
