import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import type { EventRule } from '@/domain/event-rule';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { toast } from '@/ui/toasts';
import { eventRulePaths } from '../paths';
import { RULE_ACTIONS, type RuleAct, useRuleAct } from './queries';
import { RefusedNote } from '../RefusedNote';
import { useRuleWords } from './use-rule-words';

export interface RuleActDialogProps {
  region: string;
  act: RuleAct;
  /** At least one. */
  rules: readonly EventRule[];
  /** Told whether it was done. */
  onClose(done: boolean): void;
}

/** Switches rules on or off, or deletes them: names them and says what follows; all in one call, so all or none. */
export function RuleActDialog({ region, act, rules, onClose }: RuleActDialogProps) {
  const { t } = useTranslation('eventRules');
  const words = useRuleWords();
  const mutation = useRuleAct(region, act);
  const names = rules.map(({ name }) => name);
  const said = { count: rules.length, name: names[0] ?? '' };
  const confirm = () =>
    mutation.mutate(names, {
      onSuccess: () => {
        const paths = eventRulePaths(region);
        const link =
          act === 'delete'
            ? { to: paths.list, label: t('act.toList') }
            : { to: rules.length === 1 ? paths.found(said.name) : paths.list, label: t('act.toList') };
        toast({ tone: 'ok', title: t(`act.${act}.done`, said), link });
        onClose(true);
      },
    });
  return (
    <ConfirmDialog
      open
      onOpenChange={() => {
        if (!mutation.isPending) onClose(false);
      }}
      width={520}
      danger={act === 'delete'}
      title={t(`act.${act}.title`, said)}
      confirmLabel={mutation.isError ? t('act.again') : t(`act.${act}.confirm`, said)}
      cancelLabel={t(act === 'delete' ? 'act.keep' : 'act.cancel')}
      busy={mutation.isPending && t('act.running')}
      onConfirm={confirm}
    >
      <p>{t(`act.${act}.body`, said)}</p>
      <ul
        aria-label={t('act.rules')}
        className="flex max-h-52 flex-col gap-1 overflow-auto rounded-md bg-panel px-3 py-2"
      >
        {rules.map((rule) => (
          <li key={rule.name} className="flex min-w-0 gap-3">
            <b className="max-w-1/2 flex-none truncate" title={rule.name}>
              {rule.name}
            </b>
            <span className="min-w-0 flex-1 truncate text-right text-text-muted">{words.matches(rule)}</span>
          </li>
        ))}
      </ul>
      {mutation.error ? (
        <RefusedNote title={t('act.refused')} unanswered={t('act.unanswered')} error={mutation.error} />
      ) : null}
      <CliLine
        className="flex-none"
        line={toCli('cms', RULE_ACTIONS[act], { RegionId: region, RuleNames: names })}
      />
    </ConfirmDialog>
  );
}
