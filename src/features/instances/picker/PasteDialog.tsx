import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorNote } from '@/ui/ErrorNote';
import { TextField } from '@/ui/TextField';
import { systemLabel } from '../system-label';
import { type Added, addTargets } from './add-targets';
import { findTargets, type FoundTargets } from './find-targets';
import type { InstancePickerProps } from './InstancePicker';
import { parseTargets } from './parse-targets';
import { PasteReport } from './PasteReport';

export interface PasteDialogProps extends InstancePickerProps {
  onClose(): void;
}

/** More would be hundreds of calls; a run takes far fewer. */
const MOST_TARGETS = 1000;

export interface PasteResult extends Added, Pick<FoundTargets, 'unknown' | 'ambiguous'> {
  unreadable: string[];
  agentsUnread: boolean;
}

/** Adds instances by a pasted list of IDs or addresses, and names everything of it that was not added. */
export function PasteDialog({
  region,
  commandType,
  limits,
  selected,
  onChange,
  maximum,
  onClose,
}: PasteDialogProps) {
  const { t, i18n } = useTranslation('instances');
  const format = useFormat();
  const api = useApi();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [result, setResult] = useState<PasteResult | null>(null);
  const giveUp = useRef<AbortController>(undefined);
  const error = useErrorText(failure);
  useEffect(() => () => giveUp.current?.abort(), []);

  const add = async () => {
    const targets = parseTargets(text);
    const count = targets.ids.length + targets.ips.length;
    setResult(null);
    setFailure(null);
    if (count === 0 || count > MOST_TARGETS) {
      setProblem(
        count === 0
          ? t('paste.none')
          : t('paste.tooMany', { number: format.number(count), limit: format.number(MOST_TARGETS) }),
      );
      field.current?.focus();
      return;
    }
    setBusy(true);
    giveUp.current = new AbortController();
    const { signal } = giveUp.current;
    try {
      const found = await findTargets(api, region, targets, { signal });
      if (signal.aborted) return;
      const systemOf = (instance: Parameters<typeof systemLabel>[0]) => systemLabel(instance, i18n.language);
      const outcome = addTargets(found, selected, { type: commandType, limits, maximum, systemOf });
      onChange(outcome.picked);
      const next: PasteResult = {
        ...outcome,
        ...found,
        unreadable: targets.unreadable,
        agentsUnread: found.agents.state === 'failed',
      };
      if (isWhole(next)) onClose();
      else {
        setResult(next);
        setText([...next.unreadable, ...next.unknown].join('\n'));
      }
    } catch (cause) {
      if (!signal.aborted) setFailure(cause);
    } finally {
      if (!signal.aborted) setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('paste.title')}
      width={600}
      initialFocus={field}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {result ? t('paste.close') : t('paste.cancel')}
          </Button>
          <Button variant="primary" busy={busy && t('paste.adding')} onClick={() => void add()}>
            {t('paste.add')}
          </Button>
        </>
      }
    >
      <TextField
        ref={(element) => {
          field.current = element as HTMLTextAreaElement | null;
        }}
        label={t('paste.label')}
        help={t(commandType === null ? 'paste.helpAny' : 'paste.help', { number: format.number(maximum) })}
        error={problem}
        multiline
        mono
        rows={result ? 4 : 8}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(undefined);
        }}
      />
      {failure === null ? null : <ErrorNote error={error} title={t('paste.failed')} />}
      {result ? <PasteReport result={result} type={commandType} maximum={maximum} /> : null}
    </Dialog>
  );
}

/** Everything of the list is selected now. */
function isWhole({ cannot, surplus, unknown, ambiguous, unreadable }: PasteResult): boolean {
  return [cannot, surplus, unknown, ambiguous, unreadable].every((left) => left.length === 0);
}
