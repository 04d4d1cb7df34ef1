import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { maskTokens } from '@/domain/secrets';
import { useTranslation } from '@/i18n/use-translation';
import { IconButton } from '@/ui/IconButton';

/** The address of a robot with its token hidden until it is asked for: whoever has the token can write to the group. */
export function Webhook({ address }: { address: string }) {
  const { t } = useTranslation('alarms');
  const [shown, setShown] = useState(false);
  const text = shown ? address : maskTokens(address);
  const short = shown ? text : text.replace(/^https:\/\/[^?]*\?access_token=/, '');
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="code truncate" title={text}>
        {short}
      </span>
      <IconButton
        size="sm"
        icon={shown ? EyeOff : Eye}
        label={t(shown ? 'contacts.webhook.hide' : 'contacts.webhook.show')}
        className="-my-1"
        onClick={() => setShown(!shown)}
      />
    </span>
  );
}
