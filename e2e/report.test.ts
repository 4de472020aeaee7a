import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStudio, patience } from './studio';

const hostile = 'Ended <b>"well"</b> & <script>alert(1)</script>';

describe('the report of a run', () => {
  it('is written where the dialog says, stands alone, and prints on A4', async () => {
    const studio = await openStudio();
    const { page, app, home } = studio;
    const dataset = await studio.request('datasets.importSample', undefined);
    const { run } = await studio.request('runs.start', {
      name: hostile,
      dataset: dataset.id,
      variant: 'resnet8',
      batch: 64,
      steps: 8,
    });
    const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
    await expect.poll(state, { timeout: patience }).toBe('finished');
    const evaluation = await studio.request('evaluations.compute', { run });

    const path = join(home, 'report.html');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await studio.show('Runs');
    await page.getByRole('row').getByRole('button', { name: hostile, exact: true }).click();
    await page.getByRole('button', { name: `Actions for ${hostile}` }).click();
    await page.getByRole('menuitem', { name: 'Export report…' }).click();
    await page.getByRole('complementary').getByText(`The report of ${hostile} is in`).waitFor();
    expect(existsSync(path)).toBe(true);

    // A window without the studio's page, which counts what is asked for beside the file itself.
    const seen = await app.evaluate(async ({ BrowserWindow, session }, file) => {
      const own = session.fromPartition('report');
      const asked: string[] = [];
      own.webRequest.onBeforeRequest((details, answer) => {
        asked.push(details.url);
        answer({});
      });
      const window = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true } });
      await window.loadFile(file);
      const look = `({
        title: document.querySelector('h1').textContent,
        text: document.body.innerText,
        figures: document.querySelectorAll('svg').length,
        scripts: document.scripts.length,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      })`;
      const content = (await window.webContents.executeJavaScript(look)) as Record<string, string | number>;
      const pdf = await window.webContents.printToPDF({ pageSize: 'A4' });
      window.destroy();
      return { content, asked, pdf: pdf.toString('latin1') };
    }, path);
    expect(seen.content).toMatchObject({ title: hostile, figures: 6, scripts: 0, wide: 0 });
    expect(seen.asked).toHaveLength(1);
    expect(seen.content['text']).toContain(`${(evaluation.top1Error * 100).toFixed(2)} %`);
    expect(seen.pdf.startsWith('%PDF-')).toBe(true);
    // A4 is 595 by 842 points.
    expect(seen.pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    expect(readFileSync(path, 'utf8')).not.toContain('<script');
  });
});
