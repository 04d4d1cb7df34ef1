import { Link } from 'react-router-dom';
import { type EventRuleDraft, ruleOfDraft } from '@/domain/event-rule-draft';
import { ruleVerdict } from '@/domain/event-rule';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { Skeleton } from '@/ui/Skeleton';
import { eventRulePaths } from '../paths';
import { catchOf, eventOfCount } from './caught';
import { SAMPLE_DAYS, useSampleCounts } from './queries';
import { useEventWords } from './use-event-words';

/** More lines than this say no more. */
const MOST_LINES = 6;

/** What the rule would have sent of late. */
export function SamplePanel({ region, draft }: { region: string; draft: EventRuleDraft }) {
  const { t } = useTranslation('eventRules');
  const words = useEventWords();
  const format = useFormat();
  const counts = useSampleCounts(region);
  const error = useErrorText(counts.error);
  const { patterns } = ruleOfDraft(draft);
  const rule = { enabled: true, patterns };
  if (!counts.data)
    return (
      <section aria-label={t('sample.title')} className="flex flex-col gap-2">
        <h2>{t('sample.title')}</h2>
        {counts.isError ? (
          <Note
            tone="warn"
            title={t('sample.unread')}
            action={
              <Button size="sm" busy={counts.isFetching} onClick={() => void counts.refetch()}>
                {t('target.again')}
              </Button>
            }
          >
            {error.code}
          </Note>
        ) : (
          <Skeleton />
        )}
      </section>
    );
  const { count, maybe } = catchOf(rule, counts.data);
  const caught = counts.data.filter((row) => ruleVerdict(rule, eventOfCount(row)) !== 'no');
  const perDay = count / SAMPLE_DAYS;
  return (
    <section aria-label={t('sample.title')} className="flex flex-col gap-2">
      <h2>{t('sample.title')}</h2>
      <p aria-live="polite">
        <b className="text-xl">{t('sample.caught', { count })}</b>
        <span className="block text-text-muted">
          {count === 0
            ? t('sample.none')
            : perDay >= 1
              ? t('sample.perDay', { number: format.number(Math.round(perDay)) })
              : t('sample.every', { number: format.number(Math.round(SAMPLE_DAYS / count)) })}
        </span>
      </p>
      {maybe > 0 ? <p className="text-xs text-text-muted">{t('caught.maybe', { count: maybe })}</p> : null}
      {caught.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {caught.slice(0, MOST_LINES).map(({ Name, Level, Status, Num }) => (
            <li key={`${Name} ${Level} ${Status}`} className="flex items-baseline justify-between gap-2">
              <Link
                to={eventRulePaths(region).eventsNamed(Name)}
                target="_blank"
                className="inline-link min-w-0"
                title={Name}
              >
                {words.title(Name, Status)}
              </Link>
              <span className="tabular-nums">{format.number(Num)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {caught.length > MOST_LINES ? (
        <p className="text-xs text-text-muted">{t('sample.more', { count: caught.length - MOST_LINES })}</p>
      ) : null}
    </section>
  );
}
