import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { ErrorState } from '@/ui/ErrorState';
import { Sheet } from '@/ui/Sheet';
import { useDocumentTitle } from '@/ui/use-document-title';
import { useReturn } from '@/ui/use-return';
import { runLinks } from '../run-links';
import { askedRunOf, withoutRun } from '../run-paths';
import { RunSkeleton } from '../RunSkeleton';
import { ScriptSheet } from './ScriptSheet';
import { useScriptOf } from './use-script-of';

/**
 * Runs a script without saving it (`/:region/commands/run-script?instances=i-1`), over the list of commands; with `from=t-1`
 * the script of that record.
 */
export function Component() {
  const region = useRegion();
  const { from } = askedRunOf(useLocation().search);
  return <RunScriptPage key={`${region} ${from}`} region={region} from={from} />;
}

function RunScriptPage({ region, from }: { region: string; from: string | null }) {
  const { t } = useTranslation('run');
  const { search } = useLocation();
  const close = useReturn(runLinks(region).commands + withoutRun(search));
  const earlier = useScriptOf(region, from);
  const error = useErrorText(earlier.error);
  const { data } = earlier;
  const asked = useMemo(() => (from !== null && data ? { text: from, ...data } : null), [data, from]);
  useDocumentTitle(t('script.documentTitle'));
  // A run that is gone only means that its script is written anew.
  if (from === null || data !== undefined) {
    return <ScriptSheet region={region} asked={asked} onClose={close} />;
  }
  return (
    <Sheet open onOpenChange={close} title={t('script.documentTitle')}>
      {earlier.isError ? (
        <ErrorState {...error} onRetry={() => void earlier.refetch()} retrying={earlier.isFetching} />
      ) : (
        <RunSkeleton />
      )}
    </Sheet>
  );
}
