import { useEffect, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Note } from '@/ui/Note';

/** How long one waits without wondering. */
const PATIENCE_MS = 3000;

/** Stands where a history is being read, and says after a while that it is going on. */
export function SlowNote() {
  const { t } = useTranslation('alarmRules');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? (
    <Note tone="info" role="status" className="mb-2">
      {t('history.slow')}
    </Note>
  ) : null;
}
