import { formatCount, formatQuantity } from '../../format';

export const classify = {
  title: 'Classify',
  note: 'Pictures of your own, seen by a network that you trained',
  clear: 'Clear',
  saveCsv: 'Save as CSV',
  choosePictures: 'Choose pictures',
  network: 'Network',
  notTested: 'not tested yet',
  testError: (error: string) => `${error} test error`,
  results: 'Results',
  summary: (done: number, unread: number, waiting: number) => {
    const pictures = formatQuantity(done, 'picture');
    if (waiting > 0) return `${pictures}, ${formatCount(waiting)} to come`;
    return unread > 0 ? `${pictures}, ${formatCount(unread)} of them not readable` : pictures;
  },
  classifying: (count: number) => `Classifying ${formatQuantity(count, 'picture')}`,
  drop: 'Drop pictures here',
  dropText:
    'Each is shown as the network sees it, with its five most probable classes. The pictures stay on this computer.',
  noNetwork: 'No trained network yet',
  noNetworkText:
    'A network can classify as soon as its run has kept its first checkpoint. Train one, then drop pictures here.',
  goToTrain: 'Go to Train',
  noDialog: 'The dialog could not be opened',
  noPicture: 'no picture',
  asSeen: (name: string) => `${name}, as the network saw it`,
};
