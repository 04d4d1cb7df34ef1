import { Link } from 'react-router-dom';
import { useErrorText } from '@/api/use-error-text';
import { type MatchedEvent, ruleVerdict, type RuleVerdict } from '@/domain/event-rule';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';
import { eventRulePaths } from '../paths';
import { useEventRules, useTargetsOf } from './queries';
import { TargetsCell } from './TargetsCell';

const LOOKS: Readonly<Record<Exclude<RuleVerdict, 'no'>, { tone: Tone; icon: StatusIconName }>> = {
  fires: { tone: 'ok', icon: 'success' },
  maybe: { tone: 'neutral', icon: 'noData' },
  off: { tone: 'neutral', icon: 'stopped' },
};

const NONE: [] = [];

/** The account's rules that are about an event, and whom each tells. */
export function MatchingRules({
  region,
  event,
  title,
}: {
  region: string;
  event: MatchedEvent;
  title: string;
}) {
  const { t } = useTranslation('eventRules');
  const rules = useEventRules(region);
  const error = useErrorText(rules.error);
  const matching = (rules.data ?? NONE).flatMap((rule) => {
    const verdict = ruleVerdict(rule, event);
    return verdict === 'no' ? [] : [{ rule, verdict }];
  });
  const targets = useTargetsOf(
    region,
    matching.map(({ rule }) => rule),
  );
  return (
    <section aria-label={title} className="flex flex-col gap-1.5">
      <h3>{title}</h3>
      {!rules.data ? (
        rules.isError ? (
          <p className="flex items-center gap-2 text-text-muted">
            {t('matching.unread', { code: error.code ?? '' })}
            <Button size="sm" busy={rules.isFetching} onClick={() => void rules.refetch()}>
              {t('target.again')}
            </Button>
          </p>
        ) : (
          <Skeleton />
        )
      ) : matching.length === 0 ? (
        <p className="text-text-muted">{t('matching.none')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {matching.map(({ rule, verdict }) => (
            <li key={rule.name} className="flex flex-wrap items-center gap-x-3">
              <Status {...LOOKS[verdict]}>
                <Link to={eventRulePaths(region).found(rule.name)} className="inline-link">
                  {rule.name}
                </Link>
              </Status>
              <span className="min-w-0 text-text-muted">
                {verdict === 'fires' ? (
                  <TargetsCell targets={targets.get(rule.name)} />
                ) : (
                  t(`matching.${verdict}`)
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
