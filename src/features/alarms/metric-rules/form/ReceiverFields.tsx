import { useId } from 'react';
import { Link } from 'react-router-dom';
import { useErrorText } from '@/api/use-error-text';
import { NO_DATA_POLICIES } from '@/domain/metric-alarm';
import { parseDayWindow, windowAt } from '@/domain/metric-alarm-window';
import { machineZone } from '@/domain/time-zone';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { Note } from '@/ui/Note';
import { usePreferences } from '@/ui/preferences';
import { SelectField } from '@/ui/SelectField';
import { Skeleton } from '@/ui/Skeleton';
import { TextField } from '@/ui/TextField';
import { useNow } from '@/ui/use-now';
import { useContactGroups } from '../../contacts/queries';
import { contactPaths } from '../../paths';
import { useRuleWords } from '../use-rule-words';
import { FormPart } from './FormPart';
import type { RuleForm } from './rule-form';

export interface ReceiverFieldsProps {
  region: string;
  form: RuleForm;
  onChange(change: Partial<RuleForm>): void;
  groupError: string | undefined;
  silenceError: string | undefined;
  windowError: string | undefined;
}

const HOUR = 3600;
const SILENCES = [1, 2, 3, 6, 12, 24].map((hours) => hours * HOUR);

/** Whom a rule tells, how often and at what time of day, and what it makes of no data. */
export function ReceiverFields({
  region,
  form,
  onChange,
  groupError,
  silenceError,
  windowError,
}: ReceiverFieldsProps) {
  const { t } = useTranslation('alarmRules');
  const words = useRuleWords();
  const window = parseDayWindow(`${form.windowFrom.trim()}-${form.windowTo.trim()}`);
  const now = useNow(null);
  const zone = usePreferences((preferences) => preferences.zone);
  const here = window && windowAt(window, zone === 'utc' ? 0 : machineZone().offsetAt(now));
  return (
    <FormPart title={t('form.whom')}>
      <Groups region={region} form={form} onChange={onChange} error={groupError} />
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={t('form.silence')}
          value={String(form.silenceSeconds)}
          options={[...new Set([...SILENCES, form.silenceSeconds])].map((seconds) => ({
            value: String(seconds),
            label: words.period(seconds),
          }))}
          onValueChange={(value) => onChange({ silenceSeconds: Number(value) })}
          help={t('form.silenceHelp')}
          error={silenceError}
        />
        <SelectField
          label={t('form.noData')}
          value={form.noDataPolicy}
          options={NO_DATA_POLICIES.map((value) => ({ value, label: t(`noData.${value}`) }))}
          onValueChange={(noDataPolicy) => onChange({ noDataPolicy })}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('form.windowFrom')}
          value={form.windowFrom}
          placeholder="00:00"
          error={windowError}
          onChange={(event) => onChange({ windowFrom: event.target.value })}
        />
        <TextField
          label={t('form.windowTo')}
          value={form.windowTo}
          placeholder="23:59"
          onChange={(event) => onChange({ windowTo: event.target.value })}
        />
      </div>
      {here ? <p className="-mt-2 text-xs text-text-muted">{t('form.windowHelp', here)}</p> : null}
      <Checkbox
        label={t('form.sendOk')}
        checked={form.sendOk}
        onCheckedChange={(sendOk) => onChange({ sendOk })}
      />
    </FormPart>
  );
}

function Groups({
  region,
  form: { groups },
  onChange,
  error,
}: Pick<ReceiverFieldsProps, 'region' | 'form' | 'onChange'> & { error: string | undefined }) {
  const { t } = useTranslation(['alarmRules', 'ui']);
  const format = useFormat();
  const errorId = useId();
  const query = useContactGroups(region);
  const failure = useErrorText(query.error);
  if (query.isPending) return <Skeleton height={84} />;
  if (!query.data) {
    return (
      <Note
        tone="danger"
        role="alert"
        title={t('form.groupsFailed')}
        action={
          <Button size="sm" busy={query.isFetching} onClick={() => void query.refetch()}>
            {t('ui:action.retry')}
          </Button>
        }
      >
        {format.sentences(failure.title, failure.advice, failure.code)}
      </Note>
    );
  }
  const known = new Set(query.data.map(({ Name }) => Name));
  const rows = [
    ...query.data.map(({ Name, Contacts }) => ({
      name: Name,
      help: t('form.members', { count: Contacts.length, number: format.number(Contacts.length) }),
    })),
    ...groups.filter((name) => !known.has(name)).map((name) => ({ name, help: t('form.unknownGroup') })),
  ];
  return (
    <fieldset data-wrong={error && ''} aria-describedby={error && errorId} className="flex flex-col gap-1">
      <legend className="mb-1 font-semibold">{t('form.groups')}</legend>
      {rows.length === 0 ? (
        <p className="text-text-muted">
          {t('form.noGroups')}{' '}
          <Link to={contactPaths(region).groups} className="inline-link">
            {t('form.toContacts')}
          </Link>
        </p>
      ) : null}
      <div className="grid max-h-44 grid-cols-2 gap-x-3 gap-y-1.5 overflow-auto">
        {rows.map(({ name, help }) => (
          <Checkbox
            key={name}
            label={
              <>
                {name} <span className="text-text-muted">{help}</span>
              </>
            }
            checked={groups.includes(name)}
            onCheckedChange={(on) =>
              onChange({ groups: on ? [...groups, name] : groups.filter((one) => one !== name) })
            }
          />
        ))}
      </div>
      {error ? (
        <p id={errorId} role="alert" className="text-xs text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
