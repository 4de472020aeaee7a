const stepsInEpoch = 391;

/**
 * What main sends of a run that trains, an update a step: after each epoch an evaluation and what was measured of the
 * layers, as CIFAR-10 in batches of 128 has it. The numbers are those of no training, but have the shape of one.
 * @param next Index of the line of metrics.jsonl that comes first. @param step Steps done before.
 */
export function liveEvents({ run, next, step, model }) {
  const blocks = blocksOf(model);
  const convolutions = ['conv1', ...blocks.flatMap((block) => [`${block}.conv1`, `${block}.conv2`])];
  const each = (names, low, high) => names.map(() => low + (high - low) * Math.random());
  let from = next;
  let done = step;
  const update = () => {
    done += 1;
    const epoch = Math.ceil(done / stepsInEpoch);
    const at = { step: done, epoch };
    const loss = 2.3 * Math.exp(-done / 30_000) + 0.2 * Math.random();
    const time = done / 20;
    const events = [
      {
        event: 'step',
        ...at,
        loss,
        top1Error: Math.min(1, loss / 3),
        learningRate: 0.1,
        time,
        imagesPerSecond: 2500 + 100 * Math.random(),
        loadingMillis: 0.1,
        stepMillis: 48 + 2 * Math.random(),
        restMillis: 0.5,
        ...(done % 20 === 0 ? { residentBytes: 700_000_000 + done } : {}),
      },
    ];
    if (done % stepsInEpoch === 0) {
      events.push(
        { event: 'evaluation', split: 'validation', ...at, loss, top1Error: loss / 3, top5Error: loss / 20, time },
        { event: 'responses', ...at, layers: convolutions, standardDeviations: each(convolutions, 0.2, 2) },
        {
          event: 'layers',
          ...at,
          layers: [...convolutions, 'fc'],
          gradientNorms: each([...convolutions, 'fc'], 0.01, 1),
          weightNorms: each([...convolutions, 'fc'], 1, 9),
          updateRatios: each([...convolutions, 'fc'], 0.001, 0.01),
          blocks,
          ratios: each(blocks, 0.1, 1),
          cosines: each(blocks, -0.3, 0.3),
        },
      );
    }
    const sent = { run, from, events };
    from += events.length;
    return sent;
  };
  return { next: update };
}

/** `layer1.0` and so on of a network of 6n+2 layers. */
function blocksOf(model) {
  const count = (Number(model.replace(/\D/g, '')) - 2) / 6;
  return [1, 2, 3].flatMap((stage) => Array.from({ length: count }, (_, block) => `layer${stage}.${block}`));
}
