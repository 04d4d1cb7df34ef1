import { utf8Length } from '@/domain/size';
import { Fault } from '../fault';
import type { ActionContext } from './action';
import type { ParamReader } from './params';

/** The HTTP status of a code that the vendor moved over the years (contract 1.7: `[M] → [T]`). */
export function statusBy({ profile }: Pick<ActionContext, 'profile'>, manual: number, today: number): number {
  return profile === 'manual' ? manual : today;
}

/** Refuses what would change the effect of a call and is not offered here: better than to ignore it silently. */
export function refuseUnsupported(params: ParamReader, names: readonly string[]): void {
  for (const name of names) {
    const sent =
      params.text(name) !== undefined || params.list(name).length > 0 || params.objects(name).length > 0;
    if (sent) throw unsupported(name);
  }
}

const LAUNCHER_BYTES = 1024;

/** `Launcher`: too long by its own code, otherwise not offered here. */
export function refuseLauncher(params: ParamReader): void {
  if (utf8Length(params.text('Launcher') ?? '') > LAUNCHER_BYTES) {
    throw new Fault(
      'InvalidLauncher.LengthLimitExceeded',
      403,
      'The launcher exceeds the upper limit of 1 KB.',
    );
  }
  refuseUnsupported(params, ['Launcher']);
}

export function unsupported(name: string, why = `The parameter ${name} is not supported.`): Fault {
  return new Fault('UnsupportedParameter', 400, why);
}

/** `ContentEncoding`, also that of an answer: Base64 unless PlainText is asked for (contract 3, 4.6); RunCommand's default differs. */
export function readEncoding(
  params: ParamReader,
  byDefault: 'Base64' | 'PlainText' = 'Base64',
): 'Base64' | 'PlainText' {
  const encoding = params.text('ContentEncoding') ?? byDefault;
  if (encoding !== 'Base64' && encoding !== 'PlainText')
    throw new Fault('InvalidParameter.ContentEncoding', 400);
  return encoding;
}
