import { useTranslation } from '@/i18n/use-translation';
import type { StockLevel } from '@/domain/stock';
import { Status } from '@/ui/Status';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';

const LOOKS: Readonly<Record<StockLevel, { tone: Tone; icon: StatusIconName }>> = {
  plenty: { tone: 'ok', icon: 'success' },
  few: { tone: 'warn', icon: 'warning' },
  soldOut: { tone: 'neutral', icon: 'cancelled' },
  discontinued: { tone: 'neutral', icon: 'notApplicable' },
};

/** How much there is of something, by icon and word. */
export function StockStatus({ level }: { level: StockLevel }) {
  const { t } = useTranslation('createInstances');
  return <Status {...LOOKS[level]}>{t(`stock.${level}`)}</Status>;
}
