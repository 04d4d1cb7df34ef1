import { useTranslation } from '@/i18n/use-translation';
import { isCommandType } from '@/domain/command-type';
import { Badge } from '@/ui/Badge';

/** Shell, PowerShell or Bat; a type the console does not know is shown as it came. */
export function TypeBadge({ type }: { type: string }) {
  const { t } = useTranslation('domain');
  return <Badge mono>{isCommandType(type) ? t(`commandType.${type}`) : type}</Badge>;
}
