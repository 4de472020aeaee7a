export { BatchLoader } from './batch-loader';
export { orderedBatches } from './batches';
export { dataFolder } from './data-folder';
export { decodePicture } from './decode-picture';
export { DatasetStore, sampleFolderName } from './store';
