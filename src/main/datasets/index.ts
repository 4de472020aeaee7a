export { BatchLoader } from './batches/batch-loader';
export { orderedBatches } from './batches/batches';
export { dataFolder } from '../files/data-folder';
export { decodePicture } from './pictures/decode-picture';
export { readNames } from './readers/class-names';
export { DatasetStore, sampleFolderName, type StoreImportOptions } from './store/store';
