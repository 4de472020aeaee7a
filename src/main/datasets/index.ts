export { BatchLoader, type LoaderOptions } from './batch-loader';
export { orderedBatches, type Batch } from './batches';
export { dataFolder } from './data-folder';
export type { SplitData } from './packed-files';
export { DatasetStore, sampleFolderName, type ImportOptions, type OpenDataset } from './store';
export { decodePicture, type DecodedPicture } from './decode-picture';
