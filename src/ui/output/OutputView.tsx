import { ChevronDown, ChevronUp, TextWrap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { parseAnsi } from '../ansi/parse-ansi';
import { CopyButton } from '../CopyButton';
import { cx } from '../cx';
import { IconButton } from '../IconButton';
import { Note } from '../Note';
import { SearchField } from '../SearchField';
import { Segmented } from '../Segmented';
import type { Encoding } from './decode-output';
import { ENCODINGS, decodeOutput, isUtf8 } from './decode-output';
import type { LineHit } from './find-hits';
import { findHits } from './find-hits';
import { hexDump } from './hex-dump';
import { OutputLines } from './OutputLines';

export interface OutputViewProps {
  /** As the script wrote it: terminal sequences and all. */
  bytes: Uint8Array;
  label: string;
  /** Whether long lines wrap at first; the bar has a button. */
  wrap?: boolean | undefined;
  /** False leaves the search out. */
  search?: boolean | undefined;
  /** A search kept outside, over more than this output: its places are marked here, and the view's own is left out. */
  found?: { hits: readonly LineHit[]; current: LineHit | null } | undefined;
  /** More of the bar, at its start, e.g. a choice between Output and Request. */
  lead?: ReactNode;
  /** After the size and the encoding: what was dropped, where the log is. */
  foot?: ReactNode;
  /** Shown for zero bytes. */
  empty?: ReactNode;
  className?: string | undefined;
}

const ENCODING_NAMES: Record<Encoding, string> = { 'utf-8': 'UTF-8', gb18030: 'GB18030', big5: 'Big5' };

/** Output of a script: as text with its colours, or byte by byte. Give it a height, or it grows with its lines to 420 px. */
export function OutputView({
  bytes,
  label,
  wrap: wrapAtFirst = true,
  search = true,
  found,
  lead,
  foot,
  empty,
  className,
}: OutputViewProps) {
  const { t } = useTranslation('ui');
  const { bytes: size } = useFormat();
  const [view, setView] = useState<'text' | 'raw'>('text');
  const [wrap, setWrap] = useState(wrapAtFirst);
  const [encoding, setEncoding] = useState<Encoding>('utf-8');
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);

  const valid = useMemo(() => isUtf8(bytes), [bytes]);
  const used = valid ? 'utf-8' : encoding;
  const text = useMemo(() => decodeOutput(bytes, used), [bytes, used]);
  const lines = useMemo(() => {
    if (view === 'raw') return hexDump(bytes).map((line) => [{ text: line, className: '' }]);
    const parsed = parseAnsi(text).lines;
    return parsed.at(-1)?.length === 0 ? parsed.slice(0, -1) : parsed;
  }, [view, bytes, text]);
  const plain = useMemo(() => lines.map((line) => line.map((segment) => segment.text).join('')), [lines]);
  const hits = useMemo(() => findHits(plain, query), [plain, query]);
  const position = hits.length === 0 ? 0 : ((at % hits.length) + hits.length) % hits.length;
  const current = hits[position] ?? null;

  return (
    <div className={cx('flex min-h-0 min-w-0 flex-col rounded-md bg-panel forced-colors:border', className)}>
      <div className="flex flex-none flex-wrap items-center gap-1.5 p-2">
        {lead}
        <Segmented
          label={t('output.view')}
          value={view}
          onValueChange={setView}
          options={[
            { value: 'text', label: t('output.text') },
            { value: 'raw', label: t('output.raw') },
          ]}
        />
        <span className="flex-1" />
        {search && !found ? (
          <>
            <SearchField
              label={t('output.search')}
              value={query}
              onValueChange={(next) => {
                setQuery(next);
                setAt(0);
              }}
              className="w-[180px] bg-bg hover:bg-bg"
            />
            <output className="min-w-[52px] text-xs whitespace-nowrap text-text-muted">
              {query === ''
                ? null
                : hits.length === 0
                  ? t('output.notFound')
                  : t('output.found', { current: position + 1, count: hits.length })}
            </output>
            <IconButton
              size="sm"
              icon={ChevronUp}
              label={t('output.previousHit')}
              disabled={hits.length === 0}
              onClick={() => setAt(position - 1)}
            />
            <IconButton
              size="sm"
              icon={ChevronDown}
              label={t('output.nextHit')}
              disabled={hits.length === 0}
              onClick={() => setAt(position + 1)}
            />
          </>
        ) : null}
        <IconButton
          size="sm"
          icon={TextWrap}
          label={t('output.wrap')}
          aria-pressed={wrap}
          onClick={() => setWrap(!wrap)}
        />
        <CopyButton text={view === 'raw' ? plain.join('\n') : text} label={t('output.copy')} />
      </div>
      {valid ? null : (
        <Note
          tone="warn"
          className="mx-2 mb-1"
          action={
            <Segmented
              label={t('output.encoding')}
              value={encoding}
              onValueChange={setEncoding}
              options={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
            />
          }
        >
          {t('output.notUtf8')}
        </Note>
      )}
      {bytes.length === 0 ? (
        <div className="min-h-0 flex-1 overflow-auto px-3 py-2 text-text-muted">
          {empty ?? t('output.empty')}
        </div>
      ) : (
        <OutputLines
          label={label}
          lines={lines}
          numbered={view === 'text'}
          wrap={wrap && view === 'text'}
          hits={found && view === 'text' ? found.hits : hits}
          current={found && view === 'text' ? found.current : current}
        />
      )}
      <div className="flex flex-none flex-wrap gap-x-2 px-3 pt-1 pb-2.5 text-xs text-text-muted">
        <span>
          {size(bytes.length)} · {ENCODING_NAMES[used]}
        </span>
        {foot}
      </div>
    </div>
  );
}
