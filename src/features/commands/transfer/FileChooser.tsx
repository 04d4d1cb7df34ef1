import { FileJson, Upload } from 'lucide-react';
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';

export interface FileChooserProps {
  onFile(file: File): void;
  busy: boolean;
  button: RefObject<HTMLButtonElement | null>;
  /** Why the last file was refused. */
  children: ReactNode;
}

/** Where a file is dropped, or chosen with a button. */
export function FileChooser({ onFile, busy, button, children }: FileChooserProps) {
  const { t } = useTranslation('commands');
  const [over, setOver] = useState(false);
  const helpId = useId();
  return (
    <div
      className={cx(
        'mx-6 mb-4 flex flex-1 flex-col items-center justify-center gap-3 rounded-md border border-dashed border-border-control p-8 text-center',
        over && 'bg-accent-subtle',
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file && !busy) onFile(file);
      }}
    >
      <FileJson className="size-8 text-text-subtle" aria-hidden />
      <p className="max-w-[56ch] text-text-muted" id={helpId}>
        {t('import.help')}
      </p>
      <FileButton onFile={onFile} busy={busy} button={button} describedBy={helpId} />
      {children}
    </div>
  );
}

export interface FileButtonProps {
  onFile(file: File): void;
  busy: boolean;
  button?: RefObject<HTMLButtonElement | null>;
  another?: boolean;
  describedBy?: string;
}

/** Opens the browser's dialog for files. */
export function FileButton({ onFile, busy, button, another = false, describedBy }: FileButtonProps) {
  const { t } = useTranslation('commands');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant={another ? 'quiet' : 'primary'}
        icon={Upload}
        busy={busy && t('import.reading')}
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
      >
        {another ? t('import.another') : t('import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('import.file')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = ''; // the same file may be chosen again
          if (file) onFile(file);
        }}
      />
    </>
  );
}
