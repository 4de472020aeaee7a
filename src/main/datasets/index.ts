export { BatchLoader } from './batch-loader';
export { orderedBatches } from './batches';
export { dataFolder } from './data-folder';
export { decodePicture } from './decode-picture';
export { readNames } from './readers/class-names';
export { DatasetStore, sampleFolderName, type StoreImportOptions } from './store';
