import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Time } from '@/ui/Time';
import { LevelMark } from '../LevelMark';
import { useRuleWords } from '../use-rule-words';
import type { Judged } from './evaluate';

/** The rest is on the chart and, of a rule that is there, in the history. */
const MOST_LISTED = 8;

export interface FiringListProps {
  label: string;
  metricName: string;
  spans: Judged['spans'];
}

/** The marks of a chart as text, newest first: when a level was reached, at which value, and for how long. */
export function FiringList({ label, metricName, spans }: FiringListProps) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const words = useRuleWords();
  if (spans.length === 0) return null;
  const newest = spans.toReversed();
  const rest = newest.length - MOST_LISTED;
  return (
    <section className="flex flex-col gap-1.5" aria-label={label}>
      <h3>{label}</h3>
      <ul className="flex flex-col">
        {newest.slice(0, MOST_LISTED).map(({ from, to, level, value, line }) => (
          <li key={`${line} ${from} ${level}`} className="flex h-7 items-center gap-3">
            <span className="w-27 flex-none">
              <Time at={from} />
            </span>
            <span className="w-24 flex-none">
              <LevelMark level={level} />
            </span>
            <span className="w-20 flex-none text-right tabular-nums">
              {value === null ? '–' : words.value(metricName, value)}
            </span>
            <span className="min-w-0 truncate text-text-muted">
              {to === null ? t('preview.since', { from: format.clock(from) }) : format.duration(to - from)}
              {line ? ` · ${line}` : null}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <p className="text-xs text-text-muted">
          {t('preview.more', { count: rest, number: format.number(rest) })}
        </p>
      ) : null}
    </section>
  );
}
