import { lazy, Suspense } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';

const LoadedCrashPage = lazy(() =>
  import('./CrashPage').then(
    ({ CrashPage }) => ({ default: CrashPage }),
    () => ({ default: PlainCrash }),
  ),
);

/** What a route shows when it failed; fetched then, because most visits never see it. */
export function CrashPage() {
  return (
    <Suspense>
      <LoadedCrashPage />
    </Suspense>
  );
}

/** Not even the page for failures arrived. */
function PlainCrash() {
  const { t } = useTranslation('frame');
  return (
    <div role="alert" className="p-6">
      <h1>{t('crash.chunkTitle')}</h1>
      <p className="my-3">{t('crash.chunkBody')}</p>
      <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
    </div>
  );
}
