import { formatCount, formatQuantity } from '../../format';

const step = (step: number) => `step ${formatCount(step)}`;

/** A run that is watched: its head, progress, figures, curves and responses. */
export const watch = {
  run: 'Run',
  stop: 'Stop and keep',
  notStopped: 'The run was not stopped',
  resume: 'Resume',
  notResumed: 'The run was not resumed',
  classify: 'Classify pictures',
  notRead: 'The run could not be read',
  tryAgain: 'Try again',
  failed: 'The run failed',
  interrupted: 'The run was interrupted',
  progress: {
    label: 'Progress of the run',
    done: (epoch: number, epochs: number, step: number, steps: number) =>
      `Epoch ${formatCount(epoch)} of ${formatCount(epochs)}, step ${formatCount(step)} of ${formatCount(steps)}`,
    drop: (rate: string, step: number) => `rate ${rate} from step ${formatCount(step)}`,
    preparing: 'builds the network and reads the dataset',
    stopping: 'ends after this step and keeps what was learnt',
    testing: 'evaluates on the test pictures',
    took: (duration: string) => `took ${duration}`,
    left: (duration: string, done: string) => `${duration} left, done about ${done}`,
  },
  tiles: {
    test: 'Test error',
    testContext: (top5: string, loss: string) => `top 5: ${top5}, loss ${loss}`,
    validation: 'Validation error',
    best: (error: string, epoch: number) => `best ${error} at epoch ${formatCount(epoch)}`,
    afterTraining: 'known after the last step',
    noTest: 'the last step was not reached',
    afterEpoch: 'known after the first epoch',
    noEpoch: 'no epoch was completed',
    loss: 'Training loss',
    meanOf: (steps: number) => `mean of the last ${formatQuantity(steps, 'step')}`,
    rate: 'Learning rate',
    atLastStep: 'at the last step',
    speed: 'Speed',
    imagesPerSecond: (images: number) => `${formatCount(images)} images/s`,
  },
  curves: {
    title: 'Learning curves',
    quantity: 'Quantity',
    errorFile: (run: string) => `${run} error`,
    lossFile: (run: string) => `${run} loss`,
    train: (value: string) => `train ${value}`,
    validation: (value: string) => `validation ${value}`,
    rate: (rate: string) => `rate ${rate}`,
    allSteps: (steps: number) => `All ${formatCount(steps)} steps, as they are drawn.`,
    someSteps: (drawn: number, steps: number) =>
      `${formatCount(drawn)} of ${formatCount(steps)} steps, as they are drawn: the lowest and the highest of each stretch. All of them are in the run's metrics.jsonl.`,
    step: 'step',
    atStep: step,
    elsewhere: (at: number) => ` at ${step(at)}`,
  },
  responses: {
    title: 'Layer responses',
    note: 'standard deviation',
    fileName: (run: string) => `${run} responses`,
    order: 'Order of the layers',
    orders: { order: 'In order', size: 'Sorted' },
    description: (layers: number, when: string) =>
      `Standard deviation after batch normalisation of ${layers} layers at ${when}`,
    notYet: 'The first responses are measured after some steps.',
    caption: (when: string) => `Every layer at ${when}. Choosing a layer marks it in the architecture.`,
    layer: 'layer',
    deviation: 'standard deviation',
  },
};
