import type { EventRuleTargets } from '@/domain/event-rule-targets';
import { useTranslation } from '@/i18n/use-translation';
import { Status } from '@/ui/Status';
import { useRuleWords } from './use-rule-words';

/** Whom a rule tells, in a line; undefined: not known yet, null: could not be read. */
export function TargetsCell({ targets }: { targets: EventRuleTargets | null | undefined }) {
  const { t } = useTranslation('eventRules');
  const words = useRuleWords();
  if (targets === undefined) return <span className="text-text-subtle">…</span>;
  if (targets === null)
    return (
      <Status tone="neutral" icon="unknown">
        {t('target.unread')}
      </Status>
    );
  const { contacts, webhooks, others } = targets;
  if (contacts.length + webhooks.length + others.length === 0)
    return (
      <Status tone="warn" icon="warning">
        {t('target.none')}
      </Status>
    );
  const parts = [
    ...contacts.map(({ group, level }) => t('target.group', { group, channels: words.channels({ level }) })),
    ...(webhooks.length > 0 ? [t('target.webhooks', { count: webhooks.length })] : []),
    ...others.map(({ kind, where }) => `${kind} ${where}`.trim()),
  ];
  const text = parts.join(' · ');
  return (
    <span className="truncate" title={text}>
      {text}
    </span>
  );
}
