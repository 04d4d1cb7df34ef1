import { Download, RotateCcw, Upload } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { DemoControl } from '@/api/demo-control';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Note } from '@/ui/Note';
import { forgetDemoNotes } from './forget-notes';
import { previewImport, type ImportPreview } from './import-preview';
import { saveFile } from '@/ui/save-file';
import { Section } from './Section';
import { useDemoAct } from './use-demo-act';

export function DataSection({ demo }: { demo: DemoControl }) {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('data.title')} lede={t('data.lede')}>
      <ExportRow demo={demo} />
      <ImportRow demo={demo} />
      <ResetRow demo={demo} />
    </Section>
  );
}

function Row({ button, help }: { button: ReactNode; help: string }) {
  return (
    <div className="flex min-h-8 items-center gap-4">
      <span className="flex w-[112px] flex-none">{button}</span>
      <span className="text-text-muted">{help}</span>
    </div>
  );
}

function ExportRow({ demo }: { demo: DemoControl }) {
  const { t } = useTranslation('settings');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const day = new Date().toISOString().slice(0, 10);
      saveFile(await demo.exportData(), `ecs-operations-console-demo-${day}.json`);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Row
        help={t('data.exportHelp')}
        button={
          <Button icon={Download} busy={busy && t('data.exporting')} onClick={() => void save()}>
            {t('data.export')}
          </Button>
        }
      />
      {failure ? (
        <Note tone="danger" role="alert" title={t('data.failed')}>
          {failure}
        </Note>
      ) : null}
    </>
  );
}

interface ChosenFile {
  file: File;
  preview: ImportPreview;
}

function ImportRow({ demo }: { demo: DemoControl }) {
  const { t } = useTranslation('settings');
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const replace = useDemoAct(
    async (file: File) => {
      await demo.importData(file);
      await forgetDemoNotes();
    },
    () => t('data.imported'),
  );
  const look = async (file: File) => {
    const preview = previewImport(await file.text());
    if (typeof preview === 'string') setRefusal(t(`data.${preview}`, { name: file.name }));
    else setChosen({ file, preview });
  };
  return (
    <>
      <Row
        help={t('data.importHelp')}
        button={
          <Button icon={Upload} onClick={() => input.current?.click()}>
            {t('data.import')}
          </Button>
        }
      />
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('data.importFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = ''; // the same file may be chosen again
          setRefusal(null);
          if (file) void look(file);
        }}
      />
      {refusal ? (
        <Note tone="danger" role="alert" title={t('data.importRefused')}>
          {refusal}
        </Note>
      ) : null}
      <ConfirmDialog
        open={chosen !== null}
        onOpenChange={(open) => {
          if (!open) setChosen(null);
        }}
        title={t('data.importAsk')}
        confirmLabel={t('data.replace')}
        cancelLabel={t('keep')}
        busy={replace.isPending && t('data.replacing')}
        onConfirm={() => {
          if (chosen) replace.mutate(chosen.file, { onSettled: () => setChosen(null) });
        }}
      >
        {chosen ? <Holds name={chosen.file.name} preview={chosen.preview} /> : null}
        <p>{t('data.importLoses')}</p>
      </ConfirmDialog>
    </>
  );
}

function Holds({ name, preview }: { name: string; preview: ImportPreview }) {
  const { t } = useTranslation('settings');
  return (
    <div>
      <h3 className="break-all">{t('data.importHolds', { name })}</h3>
      <ul className="list-disc pl-5">
        <li>{t('data.counts.commands', { count: preview.commands })}</li>
        <li>{t('data.counts.runs', { count: preview.runs })}</li>
        <li>{t('data.counts.results', { count: preview.results })}</li>
        <li>{t('data.counts.acts', { count: preview.acts })}</li>
        <li>{t('data.counts.fleet', { count: preview.fleet })}</li>
      </ul>
    </div>
  );
}

function ResetRow({ demo }: { demo: DemoControl }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const reset = useDemoAct(
    async () => {
      // Before: a run in batches that goes on must not begin in the new account.
      await forgetDemoNotes();
      await demo.reset();
    },
    () => t('data.resetDone'),
  );
  return (
    <>
      <Row
        help={t('data.resetHelp')}
        button={
          <Button icon={RotateCcw} onClick={() => setAsking(true)}>
            {t('data.reset')}
          </Button>
        }
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('data.resetAsk')}
        confirmLabel={t('data.resetDo')}
        cancelLabel={t('keep')}
        busy={reset.isPending && t('data.resetting')}
        onConfirm={() => reset.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        {t('data.resetLoses', { size: format.number(demo.fleetSize) })}
      </ConfirmDialog>
    </>
  );
}
