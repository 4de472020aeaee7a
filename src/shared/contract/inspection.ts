import { z } from 'zod';
import { pictureSchema } from './dataset';
import { givenPathSchema } from './given-path';

/** A picture from a file, or one that is at hand already, such as a dataset's sample. */
export const inspectedPictureSchema = z.union([z.object({ path: givenPathSchema }), pictureSchema]);
export type InspectedPicture = z.infer<typeof inspectedPictureSchema>;

/** What a layer makes of a picture. */
export const layerInspectionSchema = z.object({
  /** Steps that the weights were trained for; null where their file does not say so. */
  step: z.int().nonnegative().nullable(),
  /** As the network saw it. */
  picture: pictureSchema,
  /** How many channels the layer puts out; `maps` are the first of them. */
  channels: z.int().positive(),
  /** One grey picture a channel, black at `low` and white at `high`, which all of them share. */
  maps: z.array(pictureSchema),
  low: z.number(),
  high: z.number(),
  /** Of the first convolution, one picture a filter, grey where its weight is 0; null for other layers. */
  filters: z.array(pictureSchema).nullable(),
  /** The weights that `filters` are painted from, filters x input channels x height x width. */
  kernel: z
    .object({ shape: z.tuple([z.int(), z.int(), z.int(), z.int()]), values: z.instanceof(Float32Array) })
    .nullable(),
});
export type LayerInspection = z.infer<typeof layerInspectionSchema>;
