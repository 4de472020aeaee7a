import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recipeSchema, recipeValuesSchema } from '../../../shared/contract/training';
import { runCommandLine } from './program';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'command-line-'));
  vi.stubEnv('RESIDUAL_STUDIO_HOME', home);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true });
});

/** Runs one command line, without its processes. */
async function run(line: string) {
  const [printed, noted]: string[][] = [[], []];
  const exitCode = await runCommandLine(line === '' ? [] : line.split(' '), {
    version: '1.2.3',
    processes: join(home, 'nothing'),
    isTerminal: false,
    print: (text) => void printed?.push(text),
    note: (text) => void noted?.push(text),
  });
  return { exitCode, output: printed?.join('\n') ?? '', notes: noted?.join('') ?? '' };
}

describe('describe', () => {
  it('prints layers and totals as JSON', async () => {
    const { exitCode, output, notes } = await run('describe ResNet-20 --json');
    expect([exitCode, notes]).toEqual([0, '']);
    const description = JSON.parse(output) as { layers: Record<string, unknown>[] };
    expect(description).toMatchObject({ variant: 'resnet20', parameters: 269_722, multiplyAdds: 40_551_040 });
    expect(description.layers[0]).toMatchObject({
      name: 'conv1',
      kind: 'convolution',
      outputShape: [32, 32, 16],
      parameters: 432,
    });
    expect(description.layers.at(-1)).toMatchObject({ name: 'fc', outputShape: [1, 1, 10], parameters: 650 });
    const sum = description.layers.reduce((total, { parameters }) => total + Number(parameters), 0);
    expect(sum).toBe(269_722);
  });

  it('describes an ImageNet network at the size of the paper, with the stride and shortcut that are asked for', async () => {
    const description = async (line: string) => JSON.parse((await run(`describe ${line} --json`)).output) as object;
    expect(await description('resnet50')).toMatchObject({
      variant: 'resnet50',
      shortcut: 'B',
      bottleneckStride: '3x3',
      inputShape: [224, 224, 3],
      classes: 1000,
      parameters: 25_557_032,
      multiplyAdds: 4_089_184_256,
    });
    const paper = await description('resnet50 --bottleneck-stride 1x1');
    expect(paper).toMatchObject({ parameters: 25_557_032, multiplyAdds: 3_857_973_248 });
    const small = await description('resnet18 --shortcut A --input 64x64x1 --classes 2');
    expect(small).toMatchObject({ shortcut: 'A', inputShape: [64, 64, 1], classes: 2 });
    expect(await description('resnet34 --plain')).toMatchObject({ variant: 'plain34', shortcut: null });
    expect((await run('describe resnet50')).output).toContain(
      'ResNet-50, shortcut B, bottleneck stride on the 3x3 convolution, 224x224x3, 1000 classes',
    );
  });

  it('prints a table whose lines are aligned', async () => {
    const { output } = await run('describe resnet8 --input 28x28x1 --classes 3 --plain');
    const [title, ...rows] = output.split('\n');
    const end = title?.indexOf('parameters') ?? 0;
    expect(rows[0]?.slice(0, end + 'parameters'.length).trimEnd()).toMatch(/^conv1 +convolution +28x28x16 +144$/);
    expect(output).toContain('Plain-8, 28x28x1, 3 classes');
    expect(output).not.toContain('addition');
  });
});

describe('describe --recipe', () => {
  it.each(recipeSchema.options)('shows %s whole', async (name) => {
    const { exitCode, output } = await run(`describe --recipe ${name} --json`);
    expect(exitCode).toBe(0);
    const { recipe, values } = JSON.parse(output) as { recipe: string; values: object };
    expect(recipe).toBe(name);
    expect(Object.keys(values).sort()).toEqual([...recipeValuesSchema.keyof().options, 'epochs', 'steps'].sort());
    const table = (await run(`describe --recipe ${name}`)).output;
    expect(table).toMatch(/^learning-rate +0\.\d+$/m);
  });

  it('shows what a network of the paper has of its own', async () => {
    expect((await run('describe --recipe paper-cifar')).output).toContain('for resnet110: warmup paper');
    expect((await run('describe resnet110 --recipe paper-cifar')).output).toMatch(/^warmup +paper$/m);
    expect((await run('describe resnet56 --recipe paper-cifar')).output).toMatch(/^warmup +none$/m);
    expect((await run('describe --recipe paper-cifar')).output).toMatch(/^milestones +32000steps,48000steps$/m);
  });
});

describe('wrong usage', () => {
  it.each([
    ['', 'Commands:'],
    ['teach', "unknown command 'teach'"],
    ['describe', "missing required argument 'variant'"],
    ['describe vgg16', 'Unknown network "vgg16". Known are resnet20'],
    ['describe resnet21', 'the nearest are resnet20 and resnet26'],
    ['describe resnet20 --input 32x32', 'such as 32x32x3'],
    ['describe resnet20 --input 33x33x3', 'the nearest size that fits is 32x32x3'],
    ['describe resnet50 --input 32x32x3', 'The nearest networks that fit are resnet20'],
    ['describe resnet20 --plain --shortcut B', '--plain and --shortcut exclude each other'],
    ['describe plain20 --shortcut B', 'Plain-20 has no shortcuts'],
    ['train --dataset x --model resnet18 --bottleneck-stride 1x1', 'ResNet-18 has no bottleneck blocks'],
    ['benchmark --model resnet50 --bottleneck-stride 2x2', '1x1, 3x3'],
    ['describe resnet20 --clases 10', 'Did you mean --classes?'],
    ['describe resnet20 --classes 1', 'a whole number of at least 2'],
    ['train --dataset x', "required option '--model <variant>'"],
    ['train --dataset x --model resnet20 --schedule fast', 'constant, step, plateau, cosine'],
    ['train --dataset x --model resnet20 --precision half', 'float32, bfloat16'],
    ['train --dataset x --model resnet20 --batch 0', 'a whole number from 1 to 65536'],
    ['train --dataset x --model resnet20 --batch 12.5', 'a whole number'],
    ['train --dataset x --model resnet20 --learning-rate -1', 'a number above 0'],
    ['train --dataset x --model resnet20 --milestones 50,75', 'fractions of the run'],
    ['train --dataset x --model resnet20 --milestones 0.5,75steps,x', 'such as 32000steps,48000steps'],
    ['train --dataset x --model resnet20 --warmup long', 'epochs, such as 5epochs'],
    ['train --dataset x --model resnet20 --recipe mine', 'slides, paper-cifar, paper-imagenet, quick, fine-tune'],
    ['train --dataset x --model resnet20 --optimizer lion', 'sgd, adamw'],
    ['train --dataset x --model resnet20 --optimizer adamw --nesterov', 'leave it out, or choose sgd'],
    ['train --dataset x --model resnet20 --optimizer adamw --momentum 0.5', 'The momentum belongs to SGD'],
    ['train --dataset x --model resnet20 --momentum 0 --nesterov', 'choose one such as 0.9'],
    ['train --dataset x --model resnet20 --schedule cosine --milestones 0.5', 'belong to the schedule "step"'],
    ['train --dataset x --model resnet20 --weight-decay 0 --decay-all', 'nothing to decay'],
    ['train --dataset x --model resnet20 --label-smoothing 1', 'from 0 to below 1'],
    ['train --dataset x --model resnet20 --clip-norm -1', 'a number from 0 to 1000000000, and -1 was given'],
    ['describe --recipe mine', 'paper-cifar'],
    ['train --dataset x --model resnet20 --epochs 1 --steps 1', "cannot be used with option '--epochs"],
    ['benchmark --steps none', 'a whole number of at least 1'],
    ['classify run', "missing required argument 'picture'"],
    ['runs extra', 'too many arguments'],
  ])('of %j exits with 2 and says what is right', async (line, message) => {
    const { exitCode, output, notes } = await run(line);
    expect(exitCode).toBe(2);
    expect(notes.replace(/\s+/g, ' ')).toContain(message);
    expect(output).toBe('');
  });
});

describe('help', () => {
  it.each(['doctor', 'describe', 'import', 'datasets', 'train', 'runs', 'classify', 'benchmark'])(
    'is there for %s',
    async (command) => {
      const { exitCode, output, notes } = await run(`${command} --help`);
      expect([exitCode, notes]).toEqual([0, '']);
      expect(output).toContain(`Usage: residual-studio ${command}`);
      expect(output).toContain('--json');
    },
  );

  it('tells the version', async () => {
    expect(await run('--version')).toEqual({ exitCode: 0, output: '1.2.3', notes: '' });
  });
});

describe('the store', () => {
  it('lists nothing while it is empty', async () => {
    expect(await run('runs --json')).toEqual({ exitCode: 0, output: '[]', notes: '' });
    expect(await run('datasets --json')).toEqual({ exitCode: 0, output: '[]', notes: '' });
    expect((await run('runs')).output).toContain('no run yet');
    expect((await run('datasets')).output).toContain('no dataset yet');
  });

  it('exits with 1 where something is not there', async () => {
    await writeFile(join(home, 'picture.png'), '');
    const dataset = await run('train --dataset nowhere --model resnet20 --json');
    expect(dataset).toMatchObject({ exitCode: 1, output: '', notes: expect.stringContaining('no dataset "nowhere"') });
    const weights = await run(`classify nothing ${join(home, 'picture.png')} --json`);
    expect(weights).toMatchObject({
      exitCode: 1,
      output: '',
      notes: expect.stringContaining('neither a run nor a file'),
    });
    const source = await run(`import ${join(home, 'missing')} --json`);
    expect(source).toMatchObject({ exitCode: 1, output: '', notes: expect.stringContaining('missing') });
  });
});
