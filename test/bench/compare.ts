import { encodeBase64 } from '@/domain/base64';
import { type AnswerStatus, createEngine, type OwnNames } from '@/features/invocations/compare/engine';
import { type Measures, ms } from './measures';

const INSTANCES = 1000;
const OUTPUT_BYTES = 24 * 1024;
const PER_MESSAGE = 25;
const LONGEST_TASK_MS = 200;

/** A log of 24 KB. Every instance has its own times and addresses; without them there are four different logs. */
function outputOf(index: number): string {
  const kind = index % 50 === 0 ? index % 4 : 0;
  let text = `==> disk-clean on web-${index}\n`;
  for (let line = 0; text.length < OUTPUT_BYTES - 120; line++) {
    const clock = `02:${String(line % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    text += `2026-11-23 ${clock} app[${1000 + index}]: request ${line} from 10.0.${index % 250}.7 took 12 ms\n`;
  }
  return `${text}result ${kind}\n`.slice(0, OUTPUT_BYTES);
}

function timed<Value>(work: () => Value): [Value, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

/**
 * Comparing 1 000 outputs of 24 KB, all of them different but for what is masked: what the worker takes for each piece of
 * work, and the longest piece of it that stays with the page (copying one message of outputs to the worker).
 */
export function benchCompare(): Measures {
  const ids = Array.from({ length: INSTANCES }, (_, index) => `i-${index}`);
  const outputs = ids.map((instanceId, index) => ({ instanceId, output: encodeBase64(outputOf(index)) }));
  const answers = ids.map((instanceId): AnswerStatus => ({
    instanceId,
    outcome: 'succeeded',
    exitCode: 0,
    errorCode: '',
    isFailure: false,
  }));
  const own: OwnNames = Object.fromEntries(ids.map((id, index) => [id, [id, `web-${index}`]]));

  const copies: number[] = [];
  for (let from = 0; from < INSTANCES; from += PER_MESSAGE) {
    const batch = outputs.slice(from, from + PER_MESSAGE);
    copies.push(timed(() => structuredClone(batch))[1]);
  }
  const engine = createEngine();
  engine.put(outputs);
  const [plain, plainTime] = timed(() => engine.groups(answers, null));
  const [masked, maskedTime] = timed(() => engine.groups(answers, own));
  const [, findTime] = timed(() => engine.find({ text: 'result 3', isRegex: false }));
  const [, regexTime] = timed(() => engine.find({ text: 'took (1[3-9]|[2-9]\\d) ms', isRegex: true }));
  const [, diffTime] = timed(() => engine.diff('i-0', 'i-50', null));
  return {
    [`Worker, families of 1 000 outputs (${plain.families.length})`]: ms(plainTime),
    [`Worker, the same masked (${masked.families.length})`]: ms(maskedTime),
    'Worker, search for a text': ms(findTime),
    'Worker, search by expression': ms(regexTime),
    'Worker, difference of two': ms(diffTime),
    'Page, longest copy to the worker': ms(Math.max(...copies), LONGEST_TASK_MS),
  };
}
