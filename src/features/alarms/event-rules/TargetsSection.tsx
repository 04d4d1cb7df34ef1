import { Plus, Trash2, UserRoundPlus } from 'lucide-react';
import { useErrorText } from '@/api/use-error-text';
import { MOST_TARGETS } from '@/domain/event-rule';
import type { EventRuleDraft } from '@/domain/event-rule-draft';
import {
  CHANNEL_LEVELS,
  type ContactTarget,
  type EventRuleTargets,
  freeTargetId,
  hasRoom,
  protocolOf,
  type WebhookTarget,
} from '@/domain/event-rule-targets';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { Segmented } from '@/ui/Segmented';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import { useContactGroups } from '../contacts/queries';
import { contactPaths } from '../paths';
import { useRuleWords } from './use-rule-words';
import type { FormProblems } from './use-form-problems';

export interface TargetsSectionProps {
  region: string;
  draft: EventRuleDraft;
  change(part: Partial<EventRuleDraft>): void;
  /** The targets that the rule has in the account. */
  before: EventRuleTargets;
  problems: FormProblems;
}

/** Whom a rule tells: contact groups by a choice of channels, and addresses that are called. */
export function TargetsSection({ region, draft, change, before, problems }: TargetsSectionProps) {
  const { t } = useTranslation('eventRules');
  const format = useFormat();
  const { contacts, webhooks } = draft;
  // The ID of one that was taken out here is still one of another kind there.
  const taken = [...contacts, ...webhooks, ...before.contacts, ...before.webhooks, ...before.others].map(
    ({ id }) => id,
  );
  const full = t('target.full', { most: MOST_TARGETS });
  return (
    <div role="group" aria-label={t('form.targets')} className="flex flex-col gap-2.5">
      <h2>{t('form.targets')}</h2>
      {problems.of('contacts') ? (
        <p role="alert" className="text-xs text-danger">
          {problems.of('contacts')}
        </p>
      ) : null}
      <Groups region={region} draft={draft} change={change} problems={problems} />
      <div data-wrong={problems.of('contacts') && ''} className="flex gap-2">
        <Button
          size="sm"
          icon={UserRoundPlus}
          disabledReason={hasRoom(contacts) ? undefined : full}
          onClick={() =>
            change({ contacts: [...contacts, { id: freeTargetId(taken), group: '', level: '4' }] })
          }
        >
          {t('target.addGroup')}
        </Button>
        <Button
          size="sm"
          icon={Plus}
          disabledReason={hasRoom(webhooks) ? undefined : full}
          onClick={() =>
            change({
              webhooks: [
                ...webhooks,
                { id: freeTargetId(taken), protocol: 'https', method: 'POST', url: '' },
              ],
            })
          }
        >
          {t('target.addWebhook')}
        </Button>
      </div>
      {webhooks.map((hook) => (
        <Webhook
          key={hook.id}
          hook={hook}
          error={problems.of('webhooks', hook.id)}
          onBlur={() => problems.touch('webhooks')}
          onChange={(next) => change({ webhooks: webhooks.map((one) => (one.id === hook.id ? next : one)) })}
          onRemove={() => change({ webhooks: webhooks.filter(({ id }) => id !== hook.id) })}
        />
      ))}
      {before.others.length > 0 ? (
        <Note tone="neutral">
          {t('target.others', {
            list: format.list(before.others.map(({ kind, where }) => `${kind} ${where}`.trim())),
          })}
        </Note>
      ) : null}
    </div>
  );
}

function Groups({ region, draft, change, problems }: Omit<TargetsSectionProps, 'before'>) {
  const { t } = useTranslation('eventRules');
  const words = useRuleWords();
  const groups = useContactGroups(region);
  const error = useErrorText(groups.error);
  const { contacts } = draft;
  if (groups.data?.length === 0 && contacts.every(({ group }) => group === ''))
    return (
      <Note
        tone="info"
        title={t('target.noGroups')}
        action={
          <LinkButton size="sm" to={contactPaths(region).groups}>
            {t('target.toContacts')}
          </LinkButton>
        }
      >
        {t('target.noGroupsBody')}
      </Note>
    );
  const put = (next: ContactTarget) =>
    change({ contacts: contacts.map((one) => (one.id === next.id ? next : one)) });
  return (
    <>
      {groups.isError && !groups.data ? (
        <Note
          tone="warn"
          title={t('target.groupsUnread')}
          action={
            <Button size="sm" busy={groups.isFetching} onClick={() => void groups.refetch()}>
              {t('target.again')}
            </Button>
          }
        >
          {error.code}
        </Note>
      ) : null}
      {contacts.map((target) => {
        const names = [...new Set([...(groups.data ?? []).map(({ Name }) => Name), target.group])];
        const known = groups.data?.find(({ Name }) => Name === target.group);
        const gone = groups.data && target.group !== '' && !known;
        const problem = problems.of('contacts', target.id);
        return (
          <div
            key={target.id}
            role="group"
            aria-label={target.group || t('target.groupLabel')}
            className="flex flex-col gap-1.5"
          >
            <div className="flex items-start gap-2">
              <SelectField
                label={t('target.groupLabel')}
                className="min-w-0 flex-1"
                value={target.group === '' ? null : target.group}
                placeholder={t('target.chooseGroup')}
                options={names.filter((name) => name !== '').map((name) => ({ value: name, label: name }))}
                onValueChange={(group) => put({ ...target, group })}
                error={problem ?? (gone ? t('target.groupGone') : undefined)}
                help={
                  known
                    ? known.Contacts.length === 0
                      ? t('target.nobody')
                      : t('target.members', { count: known.Contacts.length })
                    : undefined
                }
              />
              <IconButton
                icon={Trash2}
                label={t('target.remove', { name: target.group || t('target.groupLabel') })}
                className="mt-[22px]"
                onClick={() => change({ contacts: contacts.filter(({ id }) => id !== target.id) })}
              />
            </div>
            <SelectField
              label={t('target.channels')}
              value={target.level}
              options={[...new Set([...CHANNEL_LEVELS, target.level])].map((level) => ({
                value: level,
                label: words.channels({ level }),
              }))}
              onValueChange={(level) => put({ ...target, level })}
            />
          </div>
        );
      })}
    </>
  );
}

function Webhook({
  hook,
  error,
  onBlur,
  onChange,
  onRemove,
}: {
  hook: WebhookTarget;
  error: string | undefined;
  onBlur(): void;
  onChange(hook: WebhookTarget): void;
  onRemove(): void;
}) {
  const { t } = useTranslation('eventRules');
  const method = hook.method.toUpperCase() === 'GET' ? 'GET' : 'POST';
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-2">
        <TextField
          label={t('target.webhook')}
          className="min-w-0 flex-1"
          mono
          value={hook.url}
          placeholder="https://"
          error={error}
          onBlur={onBlur}
          onChange={(event) =>
            onChange({ ...hook, url: event.target.value, protocol: protocolOf(event.target.value) })
          }
        />
        <IconButton
          icon={Trash2}
          label={t('target.remove', { name: t('target.webhook') })}
          className="mt-[22px]"
          onClick={onRemove}
        />
      </div>
      <Segmented
        label={t('target.method')}
        className="self-start"
        value={method}
        options={(['POST', 'GET'] as const).map((value) => ({ value, label: value }))}
        onValueChange={(next) => onChange({ ...hook, method: next })}
      />
    </div>
  );
}
