import { decodeBase64, isBase64 } from '@/domain/base64';
import { type FailureCluster, failureClusters } from '@/domain/failure-clusters';
import type { Outcome } from '@/domain/invocation-status';
import { type OutputFamily, outputFamilies, tellingLines } from '@/domain/output-families';
import { createMask } from '@/domain/output-mask';
import type { LineHit } from '@/ui/output/find-hits';
import { diffLines, type OutputDiff } from './diff-lines';
import { compilePattern, type Pattern, placesIn } from './pattern';
import { plainLines } from './plain-lines';

/** An output as the service sent it. */
export interface SentOutput {
  instanceId: string;
  /** Base64; something else counts as no output. */
  output: string;
}

/** How one instance answered, but for its output. */
export interface AnswerStatus {
  instanceId: string;
  outcome: Outcome;
  exitCode: number | undefined;
  errorCode: string;
  /** Whether a person should look at it. */
  isFailure: boolean;
}

/** Names of each instance that are masked; null: nothing is. */
export type OwnNames = Readonly<Record<string, readonly string[]>> | null;

export interface FamilyWithLine extends OutputFamily {
  /** A line that tells it from the others; `''` without output. */
  line: string;
}

export interface Groups {
  families: FamilyWithLine[];
  clusters: FailureCluster[];
}

export interface Found {
  /** Places by instance; instances without any are left out. */
  counts: Record<string, number>;
  total: number;
}

interface Held {
  output: string;
  lines: string[] | null;
  masked: { lines: string[]; names: string } | null;
}

/** Hits told for one output; as many as the viewer can step through. */
const MOST_HITS = 9_999;

/** Everything that is worked out from whole outputs. It runs in a worker, so that the page never waits for it. */
export function createEngine() {
  const held = new Map<string, Held>();

  const lines = (instanceId: string): string[] => {
    const one = held.get(instanceId);
    if (!one) return [];
    one.lines ??= isBase64(one.output) ? plainLines(decodeBase64(one.output)) : [];
    return one.lines;
  };
  const shown = (instanceId: string, own: OwnNames): string[] => {
    const one = held.get(instanceId);
    if (!one || own === null) return lines(instanceId);
    const names = (own[instanceId] ?? []).join('\n');
    if (one.masked?.names !== names) {
      const text = createMask(own[instanceId] ?? [])(lines(instanceId).join('\n'));
      one.masked = { names, lines: text === '' ? [] : text.split('\n') };
    }
    return one.masked.lines;
  };

  return {
    /** Takes outputs in, in place of earlier ones of the same instances. */
    put(outputs: readonly SentOutput[]): void {
      for (const { instanceId, output } of outputs) {
        if (held.get(instanceId)?.output !== output) {
          held.set(instanceId, { output, lines: null, masked: null });
        }
      }
    },

    /** Families of equal answers, and the failures among them by their reason. */
    groups(answers: readonly AnswerStatus[], own: OwnNames): Groups {
      const families = outputFamilies(
        answers.map(({ instanceId, outcome, exitCode, errorCode }) => ({
          instanceId,
          outcome,
          exitCode,
          errorCode,
          output: own === null ? (held.get(instanceId)?.output ?? '') : shown(instanceId, own).join('\n'),
        })),
      );
      const telling = tellingLines(families.map(({ instanceIds: [first] }) => shown(first, own)));
      const clusters = failureClusters(
        answers
          .filter(({ isFailure }) => isFailure)
          .map(({ instanceId, errorCode, exitCode }) => ({
            instanceId,
            errorCode,
            exitCode,
            lastLine:
              shown(instanceId, own)
                .findLast((line) => /\S/.test(line))
                ?.trim() ?? '',
          })),
      );
      return {
        families: families.map((family, index) => ({ ...family, line: telling[index] ?? '' })),
        clusters,
      };
    },

    diff: (base: string, other: string, own: OwnNames): OutputDiff =>
      diffLines(shown(base, own), shown(other, own)),

    /** Decodes every output, so that a search afterwards is only the search. */
    prepare(): void {
      for (const instanceId of held.keys()) lines(instanceId);
    },

    /** How often the pattern stands in each output. A line is looked at by itself. */
    find(pattern: Pattern): Found {
      const expression = compilePattern(pattern);
      const counts: Record<string, number> = {};
      let total = 0;
      for (const instanceId of held.keys()) {
        const count = lines(instanceId).reduce((sum, line) => sum + placesIn(line, expression).length, 0);
        if (count > 0) counts[instanceId] = count;
        total += count;
      }
      return { counts, total };
    },

    /** Where the pattern stands in one output. */
    hits(instanceId: string, pattern: Pattern): LineHit[] {
      const expression = compilePattern(pattern);
      const hits: LineHit[] = [];
      for (const [line, text] of lines(instanceId).entries()) {
        for (const place of placesIn(text, expression)) hits.push({ line, ...place });
        if (hits.length >= MOST_HITS) return hits.slice(0, MOST_HITS);
      }
      return hits;
    },
  };
}

export type Engine = ReturnType<typeof createEngine>;
