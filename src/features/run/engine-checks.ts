import { MOST_CONTENT_CHARACTERS } from '@/domain/oos-template';
import {
  batchSizes,
  concurrencyIn,
  MOST_LOOP_ITEMS,
  pausesAfter,
  type RateControl,
} from '@/domain/rate-control';

/** A run that is handed to the cloud's engine, as far as it can be judged beforehand. */
export interface EngineFacts {
  control: RateControl;
  /** By the vendor's template, or by one of the console's. */
  template: { TemplateName: string } | { TemplateContent: string };
  content: string;
  /** The script is also to be saved. */
  keep: boolean;
  /** Rights that the run would lack; null: not known. */
  missing: readonly string[] | null;
}

const ok = { tone: 'ok', blocks: false } as const;
const warn = { tone: 'warn', blocks: false } as const;
const stop = { tone: 'danger', blocks: true } as const;

interface Judgement {
  tone: 'ok' | 'warn' | 'danger';
  blocks: boolean;
}

export type EngineCheck =
  | { kind: 'engine'; /** Instances. */ count: number; batches: number; atOnce: number; pauses: number }
  | { kind: 'engineTooMany'; count: number; limit: number }
  | { kind: 'engineScript'; characters: number; limit: number }
  | { kind: 'engineBraces' }
  | { kind: 'engineKeep' }
  | { kind: 'engineRights'; missing: readonly string[] };

/** What the engine would do, and what keeps a run from being handed over (contract OOS 10.1, 10.3, 10.4). */
export function engineChecks(facts: EngineFacts, count: number): (EngineCheck & Judgement)[] {
  const { control, template, content, keep, missing } = facts;
  const isPlain = 'TemplateName' in template;
  const sizes = batchSizes(control, count);
  const batches = sizes.length;
  const atOnce = Math.min(Math.max(0, ...sizes), concurrencyIn(control, 1, count));
  const pauses = Array.from({ length: Math.max(0, batches - 1) }, (_, index) => index + 1).filter((batch) =>
    pausesAfter(control, batch),
  ).length;
  return [
    count > MOST_LOOP_ITEMS
      ? { kind: 'engineTooMany', count, limit: MOST_LOOP_ITEMS, ...stop }
      : { kind: 'engine', count, batches, atOnce, pauses, ...ok },
    ...(isPlain && content.length > MOST_CONTENT_CHARACTERS
      ? [
          {
            kind: 'engineScript',
            characters: content.length,
            limit: MOST_CONTENT_CHARACTERS,
            ...stop,
          } as const,
        ]
      : []),
    // Whether the engine reads them itself is not published (contract OOS 2).
    ...(isPlain && content.includes('{{') ? [{ kind: 'engineBraces', ...warn } as const] : []),
    ...(keep ? [{ kind: 'engineKeep', ...stop } as const] : []),
    ...(missing !== null && missing.length > 0 ? [{ kind: 'engineRights', missing, ...warn } as const] : []),
  ];
}
