import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { Note } from '@/ui/Note';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import type { Backend } from '../backend';
import { ConnectFailure } from './ConnectFailure';
import { EMPTY_KEY, IDLE_MINUTES, sessionOf, type KeyEntry, type KeyProblems } from './key-entry';
import { connectWithKeys } from './open-live';
import { useConnecting } from './use-connecting';

interface KeyFormProps {
  onConnected(backend: Backend): void;
  /** Absent where there is no demo to go to. */
  onDemo: (() => void) | null;
}

/** The key, typed by hand or by a password manager. It leaves this form into the signer and nowhere else. */
export function KeyForm({ onConnected, onDemo }: KeyFormProps) {
  const { t } = useTranslation('connect');
  const [entry, setEntry] = useState<KeyEntry>(EMPTY_KEY);
  const [problems, setProblems] = useState<KeyProblems>({});
  const form = useRef<HTMLFormElement>(null);
  const { connect, busy, failure } = useConnecting(onConnected);
  const set = (change: Partial<KeyEntry>) => setEntry((now) => ({ ...now, ...change }));

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const checked = sessionOf(entry, window.location.protocol);
    setProblems(checked.problems);
    if (checked.session) void connect(() => connectWithKeys(checked.session, entry.keep));
    else
      form.current?.querySelector<HTMLInputElement>(`[name="${Object.keys(checked.problems)[0]}"]`)?.focus();
  };

  const field = (name: 'accessKeyId' | 'accessKeySecret' | 'securityToken' | 'endpoint', label: string) => {
    const problem = problems[name];
    return {
      name,
      label,
      value: entry[name],
      onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
      error: problem === undefined ? undefined : t(`keys.${problem}`, { field: label }),
      spellCheck: false,
      autoCapitalize: 'off',
      mono: true,
    };
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Note tone="neutral">{t('keys.note')}</Note>
      <div className="grid grid-cols-2 gap-5">
        <TextField {...field('accessKeyId', t('keys.id'))} autoComplete="username" />
        <TextField
          {...field('accessKeySecret', t('keys.secret'))}
          type="password"
          autoComplete="current-password"
        />
      </div>
      <TextField {...field('securityToken', t('keys.token'))} hint={t('keys.tokenHint')} type="password" />
      <div className="grid grid-cols-2 gap-5">
        <TextField
          {...field('endpoint', t('keys.endpoint'))}
          hint={t('keys.endpointHint')}
          help={t('keys.endpointHelp')}
          inputMode="url"
        />
        <SelectField
          label={t('keys.idle')}
          hint={t('keys.idleHint')}
          value={String(entry.idleMinutes)}
          onValueChange={(minutes) => set({ idleMinutes: Number(minutes) })}
          options={IDLE_MINUTES.map((minutes) => ({
            value: String(minutes),
            label:
              minutes < 60 ? t('keys.minutes', { count: minutes }) : t('keys.hours', { count: minutes / 60 }),
          }))}
        />
      </div>
      <Checkbox
        label={t('keys.keep')}
        help={t('keys.keepHelp')}
        checked={entry.keep}
        onCheckedChange={(keep) => set({ keep })}
      />
      {failure ? <ConnectFailure failure={failure} /> : null}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" busy={busy && t('connecting')}>
          {t('connect')}
        </Button>
        {onDemo ? (
          <Button variant="quiet" onClick={onDemo}>
            {t('demo')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
