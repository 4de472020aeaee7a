import { describe, expect, it } from 'vitest';
import type { InspectorAnswer, InspectorRequest } from '../../shared/contract/processes';
import { UserError } from '../../shared/errors';
import type { ChildExit, ChildHandle } from '../launch/child';
import { InspectorService } from './inspector-service';

class FakeInspector implements ChildHandle {
  readonly pid = undefined;
  readonly requests: InspectorRequest[] = [];
  killed = false;
  #answer: (message: unknown) => void = () => undefined;
  #exit: (exit: ChildExit) => void = () => undefined;

  send = (message: unknown) => void this.requests.push(message as InspectorRequest);
  onMessage = (listener: (message: unknown) => void) => (this.#answer = listener);
  onExit = (listener: (exit: ChildExit) => void) => (this.#exit = listener);
  kill = () => {
    this.killed = true;
    this.exit({ code: null, signal: 'SIGKILL' });
  };
  answer = (answer: InspectorAnswer) => this.#answer(answer);
  exit = (exit: ChildExit) => this.#exit(exit);
}

const information = {
  tensorflowVersion: '2.21.0',
  addonVersion: '4.22.0',
  devices: ['CPU'],
  kernels: 'avx2' as const,
  cuda: null,
};

function setUp() {
  const started: FakeInspector[] = [];
  const service = new InspectorService(() => {
    const inspector = new FakeInspector();
    started.push(inspector);
    return inspector;
  });
  const inspector = (index: number) => {
    const found = started[index];
    if (!found) throw new Error(`inspector ${index} was not started`);
    return found;
  };
  return { service, started, inspector };
}

describe('InspectorService', () => {
  it('starts its process with the first question only', async () => {
    const { service, started, inspector } = setUp();
    expect(started).toEqual([]);
    const asked = [service.information(), service.information()];
    for (const { id } of inspector(0).requests) inspector(0).answer({ id, ok: true, value: information });
    expect(await Promise.all(asked)).toEqual([information, information]);
    expect(started).toHaveLength(1);
  });

  it('gives each question its own answer, in whatever order they come', async () => {
    const { service, inspector } = setUp();
    const classified = service.classify('best.safetensors', ['a.png'], 5);
    const informed = service.information();
    expect(inspector(0).requests[0]).toMatchObject({
      type: 'classify',
      checkpoint: 'best.safetensors',
      paths: ['a.png'],
      top: 5,
    });
    const [first, second] = inspector(0).requests.map(({ id }) => id);
    inspector(0).answer({ id: second ?? 0, ok: true, value: information });
    inspector(0).answer({ id: first ?? 0, ok: true, value: [{ path: 'a.png', error: 'no picture' }] });
    expect(await informed).toEqual(information);
    expect(await classified).toEqual([{ path: 'a.png', error: 'no picture' }]);
  });

  it('passes on what is wrong', async () => {
    const { service, inspector } = setUp();
    const asked = service.information();
    inspector(0).answer({ id: inspector(0).requests[0]?.id ?? 0, ok: false, message: 'TensorFlow is not installed.' });
    await expect(asked).rejects.toThrow(new UserError('TensorFlow is not installed.'));
  });

  it('rejects what waits when its process crashes, and starts a new one for the next question', async () => {
    const { service, started, inspector } = setUp();
    const asked = service.information();
    inspector(0).exit({ code: null, signal: 'SIGSEGV' });
    await expect(asked).rejects.toThrow('crashed (SIGSEGV)');
    const again = service.information();
    expect(started).toHaveLength(2);
    inspector(1).answer({ id: inspector(1).requests[0]?.id ?? 0, ok: true, value: information });
    expect(await again).toEqual(information);
  });

  it('leaves no process when it closes', async () => {
    const { service, inspector } = setUp();
    const asked = service.information();
    const rejected = expect(asked).rejects.toThrow('closing');
    await service.close();
    await rejected;
    expect(inspector(0).killed).toBe(true);
    await expect(service.information()).rejects.toThrow('closing');
  });
});
