import { Fault } from '../fault';
import { frequencyRefusal } from '../schedule';
import type { ActionContext } from './action';
import { statusBy, unsupported } from './request-rules';

const REPEAT_MODES: ReadonlySet<string> = new Set([
  'Once',
  'Period',
  'NextRebootOnly',
  'EveryReboot',
  'DryRun',
]);

const REFUSED = {
  unreadable: 'The specified frequency is invalid.',
  tooOften: 'The specified frequency is invalid: the interval between two firings is too short.',
  never: 'The specified frequency is invalid: it never fires again.',
} as const;

/**
 * The schedule of a run (contract 3, 5): undefined for one that happens once, now. The manual's profile wants `Timed` (or
 * `RepeatMode=Period`) and a cron; in today's a `Frequency` alone makes a run periodic whatever else is sent.
 */
export function readFrequency(context: ActionContext, timeoutSeconds: number): string | undefined {
  const { params, profile, now } = context;
  const mode = params.text('RepeatMode');
  if (mode !== undefined && !REPEAT_MODES.has(mode)) throw new Fault('InvalidRepeatMode.NotFound', 404);
  const frequency = params.text('Frequency');
  const isAsked = (params.boolean('Timed') ?? false) || mode === 'Period';
  if (isAsked && frequency === undefined) {
    throw new Fault('MissingParam.Frequency', statusBy(context, 403, 400));
  }
  if (mode !== undefined && mode !== 'Once' && mode !== 'Period') {
    throw unsupported('RepeatMode', `The repeat mode ${mode} is not supported: only Once and Period are.`);
  }
  if (frequency === undefined) return undefined;
  // A schedule that is not meant must not be run once either.
  if (profile === 'manual' && !isAsked) {
    throw unsupported('Frequency', 'Frequency has no meaning without Timed=true: leave it out to run once.');
  }
  const refusal = frequencyRefusal(frequency, profile, timeoutSeconds, now);
  if (refusal !== null) {
    throw new Fault('InvalidParam.Frequency', statusBy(context, 403, 400), REFUSED[refusal]);
  }
  return frequency;
}
