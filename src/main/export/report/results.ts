import type { EvaluationEvent, ResponsesEvent } from '../../../shared/contract/metrics';
import { clockDuration } from '../../../shared/numbers/duration';
import { mostConfused } from '../../../shared/numbers/scores';
import { confusionFigure, curveFigure, rateFigure, responsesFigure } from './figures';
import type { ReportFormats, ReportTexts } from './format';
import { type Content, drawn, html, type Markup, table } from './markup';
import type { ReportData } from '../../../shared/runs/report-data';

/** Names with their values; those without a value are left out. */
export function facts(rows: readonly (readonly [string, Content])[]): Markup {
  const known = rows.filter(([, value]) => value !== null && value !== '');
  return html`<dl>
    ${known.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

const latestSteps = 100;

function latestLoss({ curves }: ReportData): number | null {
  const losses = curves.steps.loss.slice(-latestSteps);
  return losses.length === 0 ? null : losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

export function resultsSection(data: ReportData, texts: ReportTexts, formats: ReportFormats): Markup {
  const { summary, curves } = data;
  const evaluations = curves.events.filter((event): event is EvaluationEvent => event.event === 'evaluation');
  const validations = evaluations.filter(({ split }) => split === 'validation');
  const best = validations.reduce<EvaluationEvent | undefined>(
    (low, event) => (low && low.top1Error <= event.top1Error ? low : event),
    undefined,
  );
  const test = evaluations.filter(({ split }) => split === 'test').at(-1);
  const seconds = curves.steps.time.at(-1);
  return html`<section>
    <h2>${texts.results}</h2>
    ${facts([
      [texts.testError, test ? formats.percent(test.top1Error) : null],
      [texts.testTop5, test && data.config.dataset.classes.length > 5 ? formats.percent(test.top5Error) : null],
      [texts.testLoss, test ? formats.decimal(test.loss) : null],
      [
        texts.bestValidation,
        best ? texts.atEpoch({ value: formats.percent(best.top1Error), epoch: best.epoch }) : null,
      ],
      [texts.lastValidation, best ? formats.percent(validations.at(-1)?.top1Error) : null],
      [texts.trainLoss, latestLoss(data) === null ? null : formats.decimal(latestLoss(data))],
      [texts.steps, texts.stepsOf({ done: formats.count(summary.steps), all: formats.count(summary.totalSteps) })],
      [texts.time, seconds === undefined ? null : clockDuration(seconds, true)],
    ])}
  </section>`;
}

export function curvesSection({ curves }: ReportData, texts: ReportTexts, formats: ReportFormats): Markup {
  if (curves.steps.step.length === 0)
    return html`<section>
      <h2>${texts.curves}</h2>
      <p>${texts.noCurves}</p>
    </section>`;
  return html`<section>
    <h2>${texts.curves}</h2>
    <figure>${drawn(curveFigure(curves, 'loss', texts, formats), texts.loss)}</figure>
    <figure>${drawn(curveFigure(curves, 'top1Error', texts, formats), texts.error)}</figure>
    <figure>${drawn(rateFigure(curves, texts, formats), texts.learningRate)}</figure>
  </section>`;
}

export function responsesSection({ curves }: ReportData, texts: ReportTexts, formats: ReportFormats): Markup {
  const event = curves.events.filter((one): one is ResponsesEvent => one.event === 'responses').at(-1);
  if (!event)
    return html`<section>
      <h2>${texts.responses}</h2>
      <p>${texts.noResponses}</p>
    </section>`;
  const figure = (sorted: boolean): Markup =>
    drawn(
      responsesFigure(event, sorted, texts, formats),
      `${texts.responses}, ${texts[sorted ? 'sorted' : 'inOrder']}`,
    );
  return html`<section>
    <h2>${texts.responses}</h2>
    <p>${texts.responsesNote({ epoch: event.epoch, step: formats.count(event.step) })}</p>
    <figure>${figure(false)}</figure>
    <figure>${figure(true)}</figure>
  </section>`;
}

const shownConfusions = 15;

export function evaluationSection({ evaluation }: ReportData, texts: ReportTexts, formats: ReportFormats): Markup {
  if (!evaluation)
    return html`<section>
      <h2>${texts.evaluation}</h2>
      <p>${texts.notEvaluated}</p>
    </section>`;
  const { checkpoint, split, pictures, loss, top1Error, top5Error, classes, confusionMatrix } = evaluation;
  const nameOf = (index: number): string => classes[index]?.name ?? '';
  const confused = mostConfused(confusionMatrix, shownConfusions);
  const number = (title: string) => ({ title, isNumber: true });
  return html`<section>
    <h2>${texts.evaluation}</h2>
    <p>${texts.evaluationNote({ checkpoint, split: texts.splits[split], pictures: formats.count(pictures) })}</p>
    ${facts([
      [texts.error, formats.percent(top1Error)],
      [texts.top5, classes.length > 5 ? formats.percent(top5Error) : null],
      [texts.loss, formats.decimal(loss)],
    ])}
    <h3>${texts.confusion}</h3>
    <figure>${drawn(confusionFigure(evaluation, texts), texts.confusion)}</figure>
    ${
      confused.length > 0
        ? html`<h3>${texts.mostConfused}</h3>
            ${table(
              [{ title: texts.truth }, { title: texts.predicted }, number(texts.pictures), number(texts.share)],
              confused.map(({ truth, predicted, count, share }) => [
                ...[nameOf(truth), nameOf(predicted), formats.count(count), formats.percent(share)],
              ]),
            )}`
        : null
    }
    <h3>${texts.class}</h3>
    ${table(
      [
        { title: texts.class },
        ...[number(texts.precision), number(texts.recall), number(texts.f1), number(texts.pictures)],
      ],
      classes.map(({ name, precision, recall, f1, support }) => [
        ...[name, formats.percent(precision), formats.percent(recall), formats.percent(f1), formats.count(support)],
      ]),
    )}
  </section>`;
}
