import { useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { useRegionName } from '@/i18n/region-name';
import { ErrorState } from '@/ui/ErrorState';
import { Note } from '@/ui/Note';
import { Sheet } from '@/ui/Sheet';
import { useDocumentTitle } from '@/ui/use-document-title';
import { useReturn } from '@/ui/use-return';
import { commandPaths } from '../command-paths';
import { FileChooser } from './FileChooser';
import { ImportPreview } from './ImportPreview';
import { newOnes } from './import-rows';
import { useChosenFile } from './use-chosen-file';
import { useFileWords } from './use-file-words';

/** Imports commands from a file (`/:region/commands/import`), over the list. The file is looked at before anything is sent. */
export function Component() {
  const region = useRegion();
  return <ImportPage key={region} region={region} />;
}

function ImportPage({ region }: { region: string }) {
  const { t } = useTranslation('commands');
  const regionName = useRegionName()(region);
  const { search } = useLocation();
  const close = useReturn(commandPaths(region, search).list);
  const words = useFileWords();
  const button = useRef<HTMLButtonElement>(null);
  const [chosenKeys, setChosenKeys] = useState<ReadonlySet<string>>(new Set());
  const [file, choose] = useChosenFile(region, (states) => setChosenKeys(newOnes(states)));
  const error = useErrorText(file.phase === 'failed' ? file.error : null);
  useDocumentTitle(t('import.title'));

  if (file.phase === 'ready') {
    return (
      <ImportPreview
        region={region}
        file={file}
        chosen={chosenKeys}
        onChoose={setChosenKeys}
        onFile={(next) => void choose(next)}
        onClose={close}
      />
    );
  }
  return (
    <Sheet
      open
      onOpenChange={close}
      title={t('import.title')}
      rest={t('import.into', { region: regionName })}
      initialFocus={button}
    >
      <FileChooser busy={file.phase === 'reading'} button={button} onFile={(next) => void choose(next)}>
        {file.phase === 'refused' ? (
          <Note
            tone="danger"
            role="alert"
            title={t('import.refused', { name: file.fileName })}
            className="text-left"
          >
            {words.file(file.problem)}
          </Note>
        ) : null}
        {file.phase === 'failed' ? (
          <ErrorState
            title={t('import.notCompared')}
            advice={error.advice}
            code={error.code}
            requestId={error.requestId}
            onRetry={() => void choose(file.file)}
          />
        ) : null}
      </FileChooser>
    </Sheet>
  );
}
