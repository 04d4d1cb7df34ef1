import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useDocumentTitle } from '@/ui/use-document-title';
import { useReturn } from '@/ui/use-return';
import { runPaths, withoutRun } from '../run-paths';
import { ScriptSheet } from './ScriptSheet';

/** Runs a script without saving it (`/:region/commands/run-script?instances=i-1`), over the list of commands. */
export function Component() {
  const region = useRegion();
  return <RunScriptPage key={region} region={region} />;
}

function RunScriptPage({ region }: { region: string }) {
  const { t } = useTranslation('run');
  const { search } = useLocation();
  const close = useReturn(runPaths(region).commands + withoutRun(search));
  useDocumentTitle(t('script.documentTitle'));
  return <ScriptSheet region={region} onClose={close} />;
}
