import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunRequest } from '../../shared/contract/run';
import { DatasetImporter } from '../datasets/import/dataset-importer';
import { classFolders, pictureOf, writeTree } from '../datasets/pictures/testing-pictures';
import { launchNodeChild } from '../launch/child';
import { RunService } from './run-service';
import { RunStore } from '../runs/run-store';
import { readTensors } from '../engine/weights/safetensors';
import { startFrom } from '../runs/starting-weights';
import { curveOf, processesFolder } from '../runs/testing';

const recipe: Partial<RunRequest> = {
  variant: 'resnet8',
  batch: 16,
  learningRate: 0.05,
  augmentation: 'standard',
  seed: 5,
  steps: 25,
};

/** The whole way of runs on pictures that are left where they are, in real processes. */
describe('a run on pictures that are left where they are', () => {
  let home = '';
  let source = '';
  let datasets: DatasetImporter;
  let service: RunService;
  let copies = '';
  let originals = '';

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'in-place-'));
    source = await writeTree(join(home, 'source'), classFolders({ cat: 60, dog: 50, owl: 40 }));
    datasets = new DatasetImporter(home);
    const choices = { size: 32, validationShare: 0.1, testShare: 0.1 } as const;
    copies = (await datasets.import([source], { choices })).id;
    originals = (await datasets.import([source], { choices: { ...choices, keep: 'originals' } })).id;
  });
  afterAll(() => rm(home, { recursive: true }));
  beforeEach(() => {
    service = new RunService({
      startFrom,
      dataFolder: home,
      datasets,
      studioVersion: '0.0.0',
      launch: (entry) => launchNodeChild(join(processesFolder, `${entry}.cjs`)),
    });
  });
  afterEach(() => service.close());

  async function trained(dataset: string, changes: Partial<RunRequest> = {}) {
    const { run } = await service.start({ ...recipe, dataset, ...changes } as RunRequest);
    const summary = await service.ended(run);
    return { run, summary, curve: curveOf((await service.read(run, 0)).events) };
  }

  it.each(['standard', 'imagenet'] as const)('is, bit for bit, the run on their copies: %s', async (augmentation) => {
    const [one, other] = [await trained(copies, { augmentation }), await trained(originals, { augmentation })];
    expect([one.summary.state, other.summary.state]).toEqual(['finished', 'finished']);
    expect(one.curve.filter((line) => line.startsWith('test'))).toHaveLength(1);
    expect(other.curve).toEqual(one.curve);
    const [left, right] = await Promise.all(
      [one, other].map(
        async ({ run }) => (await readTensors(new RunStore(home).checkpoints.path(run, 'last'))).tensors,
      ),
    );
    expect(right).toEqual(left);
  });

  it('ends with the name of a file that has changed or is gone', async () => {
    const { files } = await (await datasets.open(originals)).split('train');
    if (!files) throw new Error('The pictures were copied.');
    const path = Buffer.from(files.paths.slice(0, (files.starts[1] as number) - 1)).toString();
    await writeFile(path, pictureOf(999_999));
    const { summary } = await trained(originals);
    expect(summary.state).toBe('failed');
    expect(summary.reason).toContain(`${path} is not the picture that was imported`);
    await rm(path);
    const gone = (await trained(originals)).summary;
    expect(gone.reason).toContain(`There is no file or folder ${path}`);
  });
});
