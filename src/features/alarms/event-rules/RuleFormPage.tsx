import { useQuery } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { useState } from 'react';
import { useMatch, useParams } from 'react-router-dom';
import { useApi } from '@/api/ApiContext';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { draftOfRule, EMPTY_RULE, type SavedRule, unwritable } from '@/domain/event-rule-draft';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Note } from '@/ui/Note';
import { Skeleton } from '@/ui/Skeleton';
import { useReturn } from '@/ui/use-return';
import { eventRulePaths } from '../paths';
import { targetsQuery, useEventRules } from './queries';
import { RuleForm } from './RuleForm';

/** The sheet for a new rule, a copy of one, and changes of one. */
export function Component() {
  const { ruleName } = useParams();
  return ruleName === undefined ? <NewRule /> : <SavedRule key={ruleName} name={ruleName} />;
}

function NewRule() {
  const { t } = useTranslation('eventRules');
  const region = useRegion();
  const close = useReturn(eventRulePaths(region).list);
  return (
    <RuleForm
      region={region}
      kind="new"
      title={t('form.newTitle')}
      rest={t('form.newRest')}
      saved={null}
      start={EMPTY_RULE}
      onClose={close}
    />
  );
}

function SavedRule({ name }: { name: string }) {
  const { t } = useTranslation('eventRules');
  const region = useRegion();
  const api = useApi();
  const close = useReturn(eventRulePaths(region).list);
  const isCopy = useMatch('/:region/alarms/event-rules/:ruleName/copy') !== null;
  const rules = useEventRules(region);
  const rule = rules.data?.find((one) => one.name === name);
  const targets = useQuery({ ...targetsQuery(api, region, name), enabled: rule !== undefined });
  const failed = rules.data ? targets : rules;
  const error = useErrorText(failed.error);
  const why = rule && unwritable(rule);

  const [opened, setOpened] = useState<SavedRule | null>(null);
  // What was written over it stays on screen, whatever becomes of the rule meanwhile.
  if (!opened && rule && targets.data && !why) setOpened({ rule, targets: targets.data });
  if (opened) {
    const draft = draftOfRule(opened);
    return isCopy ? (
      <RuleForm
        region={region}
        kind={`copy:${name}`}
        title={t('form.copyTitle', { name })}
        rest={t('form.copyRest')}
        saved={null}
        start={{ ...draft, name: t('form.copyName', { name }) }}
        onClose={close}
      />
    ) : (
      <RuleForm
        region={region}
        kind={`edit:${name}`}
        title={name}
        rest={t('form.editRest')}
        saved={opened}
        start={draft}
        onClose={close}
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title={t(isCopy ? 'form.copyTitle' : 'form.editTitle', { name })}
      footer={<Button onClick={close}>{t('form.close')}</Button>}
    >
      {why ? (
        <Note tone="info" title={t('unwritable.title')}>
          {t(`unwritable.${why}`)}
        </Note>
      ) : failed.isError ? (
        <ErrorState {...error} onRetry={() => void failed.refetch()} retrying={failed.isFetching} />
      ) : rules.data && !rule ? (
        <EmptyState icon={BellOff} title={t('form.gone', { name })}>
          {t('form.goneBody')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3 py-4" aria-busy>
          <Skeleton />
          <Skeleton />
          <Skeleton />
        </div>
      )}
    </Dialog>
  );
}
