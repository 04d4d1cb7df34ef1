import { useTranslation } from '@/i18n/use-translation';
import { Segmented } from '@/ui/Segmented';
import { TextField } from '@/ui/TextField';
import type { FieldsProps } from './FieldsColumn';

const WAYS = ['image', 'keyPair', 'password'] as const;

/** How one signs in to them. */
export function SignInFields({ form, errorOf }: FieldsProps) {
  const { t } = useTranslation('createInstances');
  const { draft, password } = form;
  return (
    <>
      <Segmented
        label={t('field.signIn')}
        className="self-start"
        value={draft.signIn}
        options={WAYS.map((value) => ({ value, label: t(`signIn.${value}`) }))}
        onValueChange={(signIn) => form.change({ signIn })}
      />
      {draft.signIn === 'keyPair' ? (
        <TextField
          label={t('field.keyPairName')}
          mono
          value={draft.keyPairName}
          error={errorOf('keyPairName')}
          help={t('help.keyPair')}
          onChange={(event) => form.change({ keyPairName: event.target.value })}
          onBlur={() => form.leave('keyPairName')}
        />
      ) : null}
      {draft.signIn === 'password' ? (
        <TextField
          label={t('field.password')}
          type="password"
          autoComplete="new-password"
          value={password}
          error={errorOf('password')}
          help={t('help.password')}
          onChange={(event) => form.changePassword(event.target.value)}
          onBlur={() => form.leave('password')}
        />
      ) : null}
      {draft.signIn === 'image' ? <p className="text-xs text-text-muted">{t('help.image')}</p> : null}
    </>
  );
}
