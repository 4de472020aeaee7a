import type { Language } from '../../../shared/words/language';
import { reportFormats, reportTexts } from './format';
import { html, textOf } from './markup';
import type { ReportData } from '../../../shared/runs/report-data';
import { curvesSection, evaluationSection, facts, responsesSection, resultsSection } from './results';
import { architectureSection, datasetSection, environmentSection, settingsSection } from './setup';
import { styleSheet } from './style';
import { known } from '../../../shared/words/english';
import { say } from '../../../shared/words/say';

/** Nothing is fetched, and nothing runs. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** The same with what main reported of the run in the language of the report. */
function inLanguage({ summary, config, ...rest }: ReportData, language: Language): ReportData {
  const { reason, reasonWords } = summary;
  const { precisionReason, precisionWords } = config;
  return {
    ...rest,
    summary: { ...summary, reason: reason && say(language, known(reasonWords, reason)) },
    config:
      precisionReason === undefined
        ? config
        : { ...config, precisionReason: say(language, known(precisionWords, precisionReason)) },
  };
}

/** A run as one page that stands alone, for reading and for printing on A4. */
export function reportPage(reported: ReportData, language: Language): string {
  const data = inLanguage(reported, language);
  const { summary, config } = data;
  const texts = reportTexts(language);
  const formats = reportFormats(language);
  const { parent } = config;
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${policy}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${summary.name}: ${texts.report}</title>
      ${styleSheet}
    </head>
    <body>
      <main>
        <header>
          <p class="kind">Residual Studio, ${texts.report}</p>
          <h1>${summary.name}</h1>
          ${facts([
            [texts.run, html`<code>${summary.run}</code>`],
            [texts.state, texts.states[summary.state]],
            [texts.created, formats.moment(new Date(summary.createdAt))],
            [texts.branched, parent ? `${parent.name} (${parent.checkpoint})` : null],
            [texts.tags, summary.tags.join(', ')],
            [texts.reason, summary.reason],
          ])}
          ${summary.note === '' ? null : html`<p class="note">${summary.note}</p>`}
        </header>
        ${resultsSection(data, texts, formats)} ${curvesSection(data, texts, formats)}
        ${responsesSection(data, texts, formats)} ${evaluationSection(data, texts, formats)}
        ${datasetSection(data, texts, formats)} ${settingsSection(data, texts, formats)}
        ${environmentSection(data, texts, formats)} ${architectureSection(data, texts, formats)}
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${textOf(page)}\n`;
}
