import type { EventRule } from '@/domain/event-rule';
import { useTranslation } from '@/i18n/use-translation';
import { AlarmsHead } from '../AlarmsHead';
import type { TargetsByRule } from './queries';

/** How many rules there are, and how many of them tell nobody. */
export function RulesHead({
  rules,
  targets,
}: {
  rules: readonly EventRule[] | undefined;
  targets: TargetsByRule;
}) {
  const { t } = useTranslation('eventRules');
  if (!rules) return <AlarmsHead title={t('head.unknown')} />;
  if (rules.length === 0) return <AlarmsHead title={t('head.none')} rest={t('head.nobodyTold')} />;
  const off = rules.filter(({ enabled }) => !enabled).length;
  const mute = rules.filter(({ name, enabled }) => {
    const known = targets.get(name);
    return enabled && known && known.contacts.length + known.webhooks.length + known.others.length === 0;
  }).length;
  const rest =
    mute > 0
      ? t('head.mute', { count: mute })
      : off === rules.length
        ? t('head.allOff')
        : off > 0
          ? t('head.off', { count: off })
          : t('head.allOn');
  return <AlarmsHead title={t('head.rules', { count: rules.length })} rest={rest} />;
}
