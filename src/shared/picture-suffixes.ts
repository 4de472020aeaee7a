/** What the names of the picture files end in that can be read, without the point. */
export const pictureSuffixes = [
  'png',
  'jpg',
  'jpeg',
  'jfif',
  'webp',
  'gif',
  'bmp',
  'avif',
  'tif',
  'tiff',
  'ppm',
  'pgm',
  'pbm',
  'pnm',
] as const;

const pictureName = new RegExp(`\\.(${pictureSuffixes.join('|')})$`, 'i');

/** Whether a file's name, or the end of its path, says that it is a picture. */
export function isPictureName(name: string): boolean {
  return pictureName.test(name);
}
