import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { IconButton } from '@/ui/IconButton';
import { TextField } from '@/ui/TextField';

export interface WebhookFieldProps {
  value: string;
  shown: boolean;
  error: string | undefined;
  onChange(value: string): void;
  onShown(shown: boolean): void;
  onBlur(): void;
}

/** The address of a DingTalk robot, hidden as a password is. */
export function WebhookField({ value, shown, error, onChange, onShown, onBlur }: WebhookFieldProps) {
  const { t } = useTranslation('alarms');
  return (
    <div className="flex items-start gap-1.5">
      <TextField
        className="flex-1"
        label={t('contacts.channel.DingWebHook')}
        hint={t('contacts.form.webhookHint')}
        help={t('contacts.form.webhookHelp')}
        error={error}
        mono
        type={shown ? 'url' : 'password'}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      <IconButton
        icon={shown ? EyeOff : Eye}
        label={t(shown ? 'contacts.webhook.hide' : 'contacts.webhook.show')}
        className="mt-[22px]"
        onClick={() => onShown(!shown)}
      />
    </div>
  );
}
