export const problems = {
  similar: {
    plain: 'It looks like {$picture}.',
    classes: 'It looks like {$picture}: in "{$one}" and "{$other}".',
    splits: 'It looks like {$picture}: in {$split} and {$another}.',
    both: 'It looks like {$picture}: in "{$one}" and "{$other}", {$split} and {$another}.',
  },
  same: {
    plain: 'It is the same picture as {$picture}.',
    classes: 'It is the same picture as {$picture}: in "{$one}" and "{$other}".',
    splits: 'It is the same picture as {$picture}: in {$split} and {$another}.',
    both: 'It is the same picture as {$picture}: in "{$one}" and "{$other}", {$split} and {$another}.',
  },
  fewPictures: `.input {$count :number useGrouping=never}
    .match $count
    one {{The class "{$name}" has {$count} picture.}}
    * {{The class "{$name}" has {$count} pictures.}}`,
  missingFrom: {
    train:
      'The class "{$name}" has no training pictures: the network cannot learn it, and every picture of it will be wrong.',
    validation: 'The class "{$name}" has no validation pictures: the validation error says nothing about it.',
    test: 'The class "{$name}" has no test pictures: the test error says nothing about it.',
  },
  calledLikeSplit:
    'The class "{$name}" is called like a split. If it is one, name the folders or the column of splits as train, val and test.',
  imbalance:
    'The class "{$name}" has {$count} pictures, "{$other}" has {$few}: {$ratio} times as many. The network will favour the larger class.',
  losesColour: `.input {$count :integer} .match $count
    one {{{$count} of {$total :integer} pictures loses its colour: a sample of them was grey. Import them with 3 channels (--channels 3), or in grey on purpose (--channels 1).}}
    * {{{$count} of {$total :integer} pictures lose their colour: a sample of them was grey. Import them with 3 channels (--channels 3), or in grey on purpose (--channels 1).}}`,
  emptyClass: 'The class "{$name}" has no picture that can be read, and is left out.',
} as const;
