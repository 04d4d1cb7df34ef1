import { useTranslation } from '@/i18n/use-translation';
import { CountsTitle } from '@/ui/CountsTitle';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';
import type { CountKind } from '../use-headline';

const LOOK: Record<CountKind, { icon: StatusIconName; tone: Tone }> = {
  succeeded: { icon: 'success', tone: 'ok' },
  failed: { icon: 'failed', tone: 'danger' },
  other: { icon: 'stopped', tone: 'neutral' },
  scheduled: { icon: 'scheduled', tone: 'neutral' },
  stopped: { icon: 'stopped', tone: 'neutral' },
  running: { icon: 'running', tone: 'info' },
  toGo: { icon: 'pending', tone: 'neutral' },
  notStarted: { icon: 'stopped', tone: 'neutral' },
  refused: { icon: 'cancelled', tone: 'danger' },
};

/** "412 succeeded · 3 failed · 85 to go". */
export function HeadTitle({ counts }: { counts: readonly { kind: CountKind; count: number }[] }) {
  const { t } = useTranslation('batches');
  return (
    <CountsTitle
      counts={counts.map(({ kind, count }) => ({
        key: kind,
        ...LOOK[kind],
        text: t(`count.${kind}`, { count }),
      }))}
    />
  );
}
