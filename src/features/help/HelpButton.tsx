import { CircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { LazyDrawer } from './LazyDrawer';

/** Help, from every page. */
export default function HelpButton({ region }: { region: string }) {
  const { t } = useTranslation('help');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="frame-button"
        aria-haspopup="dialog"
        aria-label={t('title')}
        title={t('title')}
        onClick={() => setOpen(true)}
      >
        <CircleQuestionMark aria-hidden />
      </button>
      <LazyDrawer region={region} open={open} at={null} onClose={() => setOpen(false)} />
    </>
  );
}
