import type { CurvesView } from '../../../shared/charts/curves-view';
import { plannedRates, type SchedulePlan } from '../../../shared/recipe/learning-rate';
import { fromZero, placeWords } from '../../parts/charts/along';
import { plannedDrops } from '../../state/progress';
import { formatPercent } from '../../text/format';
import { formatRate } from '../../text/run-words';
import { words } from '../../text/words.svelte';

/** The learning rate of a run before its start, by epoch, with the drops that are planned. */
export function scheduleView(plan: SchedulePlan, colour: string): CurvesView {
  const { learningRate, steps, stepsPerEpoch } = plan;
  const points = plannedRates(plan).map(({ x, y }) => ({ x: x / stepsPerEpoch, y }));
  return {
    series: [
      {
        name: words.curves.plannedRate,
        points,
        weight: 'line',
        faded: false,
        label: null,
        style: { colour, dash: [], marker: 'circle' },
      },
    ],
    x: {
      title: words.compare.axes.epoch,
      low: 0,
      high: steps / stepsPerEpoch,
      tick: (value) => placeWords('epoch', value),
    },
    y: { title: words.curves.titles.rate, ...fromZero(learningRate), most: 3, tick: formatRate },
    marks: plannedDrops(plan).map((drop) => ({
      x: drop.step / stepsPerEpoch,
      label: words.watch.curves.rate({ value: formatRate(drop.learningRate) }),
    })),
    labelRoom: 12,
  };
}

/** What the drawing cannot show, since it depends on what the run will find; empty where it shows all. */
export function unplannedWords({ schedule, warmup, learningRate }: SchedulePlan): string {
  return [
    ...(warmup?.until === 'error'
      ? [words.train.startsLow({ rate: formatRate(learningRate / 10), error: formatPercent(warmup.error, 0) })]
      : []),
    ...(schedule === 'plateau' ? [words.train.dropsLater] : []),
  ].join(' ');
}
