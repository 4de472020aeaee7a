import { describe, expect, it } from 'vitest';
import { UserError } from '../../shared/errors';
import type { Message } from '../../shared/rpc/carrier';
import type { ChildExit, ChildHandle } from '../launch/child';
import { InspectorService } from './inspector-service';
import { sentence } from '../../shared/words/message';

type Request = Message & { type: 'request' };

class FakeInspector implements ChildHandle {
  readonly pid = undefined;
  readonly requests: Request[] = [];
  killed = false;
  #answer: (message: unknown) => void = () => undefined;
  readonly #exits: ((exit: ChildExit) => void)[] = [];

  send = (message: unknown) => void this.requests.push(message as Request);
  onMessage = (listener: (message: unknown) => void) => (this.#answer = listener);
  onExit = (listener: (exit: ChildExit) => void) => void this.#exits.push(listener);
  kill = () => {
    this.killed = true;
    this.exit({ code: null, signal: 'SIGKILL' });
  };
  say = (message: unknown) => this.#answer(message);
  answer = (id: number, value: unknown) => this.say({ type: 'answer', id, value } satisfies Message);
  exit = (exit: ChildExit) => this.#exits.forEach((listener) => listener(exit));
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
  return { service, started, inspector, informed: () => service.request('information', undefined) };
}

describe('InspectorService', () => {
  it('starts its process with the first question only', async () => {
    const { started, inspector, informed } = setUp();
    expect(started).toEqual([]);
    const asked = [informed(), informed()];
    for (const { id } of inspector(0).requests) inspector(0).answer(id, information);
    expect(await Promise.all(asked)).toEqual([information, information]);
    expect(started).toHaveLength(1);
  });

  it('gives each question its own answer, in whatever order they come', async () => {
    const { service, inspector, informed } = setUp();
    const weights = { path: 'best.safetensors' };
    const classified = service.request('classify.pictures', { weights, paths: ['a.png'], top: 5 });
    const asked = informed();
    expect(inspector(0).requests[0]).toMatchObject({
      name: 'classify.pictures',
      input: { weights, paths: ['a.png'], top: 5 },
    });
    const [first, second] = inspector(0).requests.map(({ id }) => id);
    inspector(0).answer(second ?? 0, information);
    inspector(0).answer(first ?? 0, [{ path: 'a.png', error: 'no picture' }]);
    expect(await asked).toEqual(information);
    expect(await classified).toEqual([{ path: 'a.png', error: 'no picture' }]);
  });

  it('passes on what is wrong', async () => {
    const { inspector, informed } = setUp();
    const asked = informed();
    const id = inspector(0).requests[0]?.id ?? 0;
    inspector(0).say({ type: 'error', id, error: { user: true, message: 'TensorFlow is not installed.' } });
    await expect(asked).rejects.toThrow(new UserError(sentence('TensorFlow is not installed.')));
  });

  it('takes no answer that does not fit the question', async () => {
    const { inspector, informed } = setUp();
    const asked = informed();
    inspector(0).answer(inspector(0).requests[0]?.id ?? 0, [{ path: 'a.png', error: 'no picture' }]);
    await expect(asked).rejects.toThrow();
  });

  it('ends a process that says what is no message', async () => {
    const { inspector, informed } = setUp();
    const asked = informed();
    inspector(0).say({ type: 'answer', value: information });
    await expect(asked).rejects.toThrow('SIGKILL');
    expect(inspector(0).killed).toBe(true);
  });

  it('rejects what waits when its process crashes, and starts a new one for the next question', async () => {
    const { started, inspector, informed } = setUp();
    const asked = informed();
    inspector(0).exit({ code: null, signal: 'SIGSEGV' });
    await expect(asked).rejects.toThrow('crashed (SIGSEGV)');
    const again = informed();
    expect(started).toHaveLength(2);
    inspector(1).answer(inspector(1).requests[0]?.id ?? 0, information);
    expect(await again).toEqual(information);
  });

  it('leaves no process when it closes', async () => {
    const { service, inspector, informed } = setUp();
    const asked = informed();
    const rejected = expect(asked).rejects.toThrow('closing');
    await service.close();
    await rejected;
    expect(inspector(0).killed).toBe(true);
    await expect(informed()).rejects.toThrow('closing');
  });
});
