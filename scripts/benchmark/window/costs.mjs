import { readFileSync } from 'node:fs';

/** Of the clock that /proc counts in, on every Linux of today. */
const ticksInSecond = 100;
const mebibyte = 2 ** 20;

/** @returns seconds of processor time so far: of main, of the page's renderer, and of the GPU process that draws. */
export async function processorSecondsOf({ app }) {
  const processes = await processesOf(app);
  return Object.fromEntries(
    Object.entries(processes).map(([name, pid]) => {
      // The name of the program, in brackets, may hold spaces.
      const [, after] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=\S )/);
      const fields = after.split(' ');
      return [name, (Number(fields[11]) + Number(fields[12])) / ticksInSecond];
    }),
  );
}

/** @returns seconds of the page's main thread so far: all of it, and of it script, styles and layout. */
export async function workOf({ devtools }) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return {
    task: of('TaskDuration'),
    script: of('ScriptDuration'),
    styles: of('RecalcStyleDuration'),
    layout: of('LayoutDuration'),
  };
}

/** After the garbage was collected. @returns MiB of the heap and of the renderer as a whole, and nodes of the page. */
export async function memoryOf({ app, devtools }) {
  for (let time = 0; time < 3; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  const { renderer } = await processesOf(app);
  const resident = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${renderer}/status`, 'utf8'))[1]);
  const rounded = (number) => Number(number.toFixed(1));
  return { heap: rounded(usedSize / mebibyte), resident: rounded(resident / 1024), nodes, listeners: jsEventListeners };
}

function processesOf(app) {
  return app.evaluate(({ app, BrowserWindow }) => ({
    main: process.pid,
    renderer: BrowserWindow.getAllWindows()[0].webContents.getOSProcessId(),
    gpu: app.getAppMetrics().find(({ type }) => type === 'GPU').pid,
  }));
}
