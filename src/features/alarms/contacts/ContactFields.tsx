import type { RefObject } from 'react';
import { CONTACT_LANGUAGES, type ContactProblem } from '@/domain/contact';
import { useTranslation } from '@/i18n/use-translation';
import { Segmented } from '@/ui/Segmented';
import { TextField } from '@/ui/TextField';
import type { useContactForm } from './use-contact-form';
import { useContactWords } from './use-contact-words';
import { WebhookField } from './WebhookField';

export interface ContactFieldsProps {
  form: ReturnType<typeof useContactForm>;
  isNew: boolean;
  nameRef: RefObject<HTMLInputElement | null>;
  /** Whether the token of the robot's address may be seen. */
  shown: boolean;
  onShown(shown: boolean): void;
}

const PLAIN = ['SMS', 'Mail', 'AliIM'] as const;
const INPUT = {
  SMS: { type: 'tel', placeholder: '+86-13800000000' },
  Mail: { type: 'email', placeholder: 'name@example.com' },
  AliIM: { type: 'text', placeholder: '' },
} as const;

/** Who it is, and the ways to reach them, of which one is enough. */
export function ContactFields({ form, isNew, nameRef, shown, onShown }: ContactFieldsProps) {
  const { t } = useTranslation('alarms');
  const words = useContactWords();
  const { draft, change, tell } = form;
  const errorOf = (field: ContactProblem['field']) => {
    const problem = form.problemOf(field);
    return problem && words.problem(problem);
  };
  const noChannel = errorOf('channels');
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <TextField
          ref={(field) => {
            nameRef.current = field instanceof HTMLInputElement ? field : null;
          }}
          label={t('contacts.form.name')}
          value={draft.name}
          fixedReason={isNew ? undefined : t('contacts.form.nameFixed')}
          error={form.turn === 'taken' ? t('contacts.problem.name.taken') : errorOf('name')}
          onChange={(event) => change({ name: event.target.value })}
          onBlur={() => tell('name')}
        />
        <TextField
          label={t('contacts.form.description')}
          hint={t('contacts.form.optional')}
          value={draft.description}
          error={errorOf('description')}
          onChange={(event) => change({ description: event.target.value })}
          onBlur={() => tell('description')}
        />
      </div>
      <fieldset className="flex flex-col gap-4">
        <legend className="pb-2">
          <span className="font-semibold">{t('contacts.form.channels')}</span>{' '}
          <span
            className={noChannel ? 'text-danger' : 'text-text-muted'}
            role={noChannel ? 'alert' : undefined}
          >
            {noChannel ?? t('contacts.form.channelsHint')}
          </span>
        </legend>
        <div className="grid grid-cols-3 gap-4">
          {PLAIN.map((channel) => (
            <TextField
              key={channel}
              {...INPUT[channel]}
              label={words.channel(channel)}
              value={draft[channel]}
              error={errorOf(channel)}
              onChange={(event) => change({ [channel]: event.target.value })}
              onBlur={() => tell(channel)}
            />
          ))}
        </div>
        <WebhookField
          value={draft.DingWebHook}
          shown={shown}
          error={errorOf('DingWebHook')}
          onChange={(DingWebHook) => change({ DingWebHook })}
          onShown={onShown}
          onBlur={() => tell('DingWebHook')}
        />
      </fieldset>
      <div className="flex items-center gap-3">
        <span className="font-semibold">{t('contacts.form.language')}</span>
        <Segmented
          label={t('contacts.form.language')}
          value={draft.language}
          options={CONTACT_LANGUAGES.map((language) => ({
            value: language,
            label: t(`contacts.language.${language}`),
          }))}
          onValueChange={(language) => change({ language })}
        />
      </div>
    </>
  );
}
