import {
  requests,
  type Answer,
  type RequestName,
  type RequestOutput,
  type Requests,
} from '../../shared/contract/requests';
import { UserError } from '../../shared/errors';
import type { z } from 'zod';
import type { Log } from './log';

/** What does the work of each request; its input has been checked and has its defaults filled in. */
export type Handlers<Name extends RequestName = RequestName> = {
  [Each in Name]: (input: z.output<Requests[Each]['input']>) => RequestOutput<Each> | Promise<RequestOutput<Each>>;
};

interface Options {
  log: Log;
  /** Whether answers are checked too, as while developing and testing. */
  checkAnswers: boolean;
}

const isRequestName = (name: unknown): name is RequestName => typeof name === 'string' && Object.hasOwn(requests, name);

/** @throws UserError that names the value which does not fit. */
function checkInput(schema: z.ZodType, input: unknown): unknown {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const reasons = error.issues.map(({ path, message }) => `${path.join('.') || 'the request'}: ${message}`);
  throw new UserError(`This cannot be done as it was asked for (${reasons.join('; ')}).`);
}

/**
 * Checks a request, has it done and checks the answer. Never throws: a {@link UserError} keeps its message,
 * a fault of the program is logged and answered with a plain sentence.
 */
export async function answerRequest(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  { log, checkAnswers }: Options,
): Promise<Answer<unknown>> {
  try {
    if (!isRequestName(name)) throw new TypeError(`There is no request ${JSON.stringify(name)}`);
    const schemas = requests[name];
    const handle = handlers[name] as (input: unknown) => unknown;
    const value = await handle(checkInput(schemas.input, input));
    return { ok: true, value: checkAnswers ? schemas.output.parse(value) : value };
  } catch (thrown) {
    if (thrown instanceof UserError) return { ok: false, message: thrown.message };
    log.fault(`request ${String(name)}`, thrown);
    return { ok: false, message: 'Something went wrong inside the studio. Its log has the details (Help, Show Log).' };
  }
}
