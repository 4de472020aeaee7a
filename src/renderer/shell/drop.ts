import { words } from '../text/words.svelte';

/** What is known of a dragged thing before it is dropped. */
export interface Dragged {
  readonly kind: string;
  /** Media type by the file's name; empty for folders and unknown files. */
  readonly type: string;
}

export interface DropPlan {
  readonly action: 'import' | 'classify' | 'nothing';
  /** What will happen, or why nothing will. */
  readonly title: string;
  readonly text: string;
}

export interface DropSituation {
  /** Name of the run that would classify. */
  readonly network: string | undefined;
  /** What is being imported already, in words. */
  readonly importing: string | null;
  /** Whether the view that classifies is shown. */
  readonly classifying: boolean;
}

/**
 * What dropping these things would do: pictures are classified, and where that is what the view is for, what lies beside
 * them is left out; everything else is imported as a dataset.
 * @returns null where they are no files: a drag of text is left alone.
 */
export function dropPlan(things: readonly Dragged[], situation: DropSituation): DropPlan | null {
  const { network, importing, classifying } = situation;
  const files = things.filter(({ kind }) => kind === 'file');
  if (files.length === 0) return null;
  const pictures = files.filter(isPicture);
  const beside = files.length - pictures.length;
  const folders = files.filter(({ type }) => type === '');
  // What has no type may be a folder of pictures, or weights: that is seen when it is dropped.
  if (classifying && network !== undefined && folders.length > 0) {
    return { action: 'classify', title: words.shell.drop.classifyAll, text: words.shell.drop.besides({ network }) };
  }
  if (pictures.length > 0 && (beside === 0 || classifying)) return picturePlan(pictures.length, beside, network);
  if (importing !== null) {
    return { action: 'nothing', title: words.shell.drop.wait, text: words.shell.drop.importOn({ name: importing }) };
  }
  return {
    action: 'import',
    title: words.shell.drop.look,
    text: files.every(isZip) ? words.shell.drop.lookZip : words.shell.drop.lookText,
  };
}

/** Whether it is one by its name. */
export const isPicture = ({ type }: Pick<Dragged, 'type'>): boolean => type.startsWith('image/');

const isZip = ({ type }: Dragged): boolean => /^application\/(x-)?zip/.test(type);

/** Files of weights by their endings. PyTorch's can run code when they are read, and the others name layers otherwise. */
const weightsKinds = {
  safetensors: ['safetensors'],
  pytorch: ['pth', 'pt', 'th', 'ckpt'],
  onnx: ['onnx'],
  keras: ['h5', 'hdf5', 'keras'],
  other: ['tflite', 'gguf', 'msgpack', 'pdparams', 'caffemodel'],
} as const;
export type WeightsKind = keyof typeof weightsKinds;

/** What holds the weights of a network in that file, by its name; null where it is no such file. */
export function weightsKind(path: string): WeightsKind | null {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const kinds = Object.entries(weightsKinds) as [WeightsKind, readonly string[]][];
  return kinds.find(([, endings]) => endings.includes(ending))?.[0] ?? null;
}

/** What somebody can do with weights that the studio does not read. */
export function conversionWords(kind: Exclude<WeightsKind, 'safetensors'>, file: string): string {
  const texts = words.shell.drop.weightsOf;
  const name = file.replace(/\.[^.]+$/, '');
  return kind === 'pytorch' ? texts.pytorch({ file, name }) : texts[kind];
}

/** How many of what is left out are named. */
const mostNamed = 5;

/** What is said of things that lay beside the pictures. */
export function leftOutWords(names: readonly string[]): string {
  const { leftOut, leftOutMore } = words.shell.drop;
  const [named, more] = [names.slice(0, mostNamed), names.length - mostNamed];
  return more > 0 ? leftOutMore({ names: named, more }) : leftOut({ names: named });
}

function picturePlan(count: number, beside: number, network: string | undefined): DropPlan {
  const { drop } = words.shell;
  if (network)
    return {
      action: 'classify',
      title: drop.classify({ count }),
      text: beside > 0 ? drop.besides({ network }) : drop.by({ network }),
    };
  return { action: 'nothing', title: drop.noNetwork({ count }), text: drop.trainFirst };
}
