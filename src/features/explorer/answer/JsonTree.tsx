import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, memo, useMemo, useState } from 'react';
import { decodeBase64 } from '@/domain/base64';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import { OutputView } from '@/ui/output/OutputView';
import { moveFocus } from '../move-focus';
import {
  CHILDREN_AT_FIRST,
  childrenOf,
  encodedBytes,
  isBranch,
  isOpenAtFirst,
  type JsonBranch,
  jsonInside,
  preview,
  TEXT_AT_FIRST,
} from './json-node';

/** JSON that opens and closes; closed parts are not rendered, and long lists come in portions. */
export const JsonTree = memo(function JsonTree({ label, value }: { label: string; value: JsonBranch }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its parts
    <div
      role="group"
      aria-label={label}
      className="code-block min-h-0 flex-initial pl-1!"
      onKeyDown={(event) => moveFocus(event, '[data-node]')}
    >
      <Members value={value} depth={0} />
    </div>
  );
});

function Members({ value, depth }: { value: JsonBranch; depth: number }) {
  const { t } = useTranslation('explorer');
  const [limit, setLimit] = useState(CHILDREN_AT_FIRST);
  const children = childrenOf(value);
  const left = children.length - limit;
  return (
    <div className={cx(depth > 0 && 'ml-[7px] border-l border-border pl-2')}>
      {children
        .slice(0, limit)
        .map(([name, item]) =>
          isBranch(item) && childrenOf(item).length > 0 ? (
            <Branch key={name} name={name} value={item} depth={depth} siblings={children.length} />
          ) : (
            <Leaf key={name} name={name} value={item} depth={depth} />
          ),
        )}
      {left > 0 ? (
        <button
          type="button"
          className="ml-4 inline-link font-sans text-text-muted hover:text-text"
          onClick={() => setLimit(limit + CHILDREN_AT_FIRST * 10)}
        >
          {t('answer.more', { count: Math.min(left, CHILDREN_AT_FIRST * 10), left })}
        </button>
      ) : null}
    </div>
  );
}

interface BranchProps {
  name: string;
  value: JsonBranch;
  depth: number;
  /** How many its list has, itself included. */
  siblings: number;
}

function Branch({ name, value, depth, siblings }: BranchProps) {
  const [open, setOpen] = useState(() => isOpenAtFirst(depth, value, siblings));
  const count = childrenOf(value).length;
  const Icon = open ? ChevronDown : ChevronRight;
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'ArrowRight' && !open) || (event.key === 'ArrowLeft' && open)) {
      event.preventDefault();
      setOpen(!open);
    }
  };
  return (
    <>
      <button
        type="button"
        data-node
        aria-expanded={open}
        className="flex w-full min-w-0 items-center gap-1 rounded-xs text-left -outline-offset-1 hover:bg-hover"
        onClick={() => setOpen(!open)}
        onKeyDown={onKeyDown}
      >
        <Icon className="size-3 text-text-subtle" aria-hidden />
        <span className="text-accent">{name}</span>{' '}
        <span className="text-text-subtle">{Array.isArray(value) ? `[${count}]` : `{${count}}`}</span>{' '}
        {open ? null : <span className="min-w-0 truncate text-text-muted">{preview(value)}</span>}
      </button>
      {open ? <Members value={value} depth={depth + 1} /> : null}
    </>
  );
}

const COLOURS: Record<string, string> = {
  string: 'ansi-green',
  number: 'ansi-yellow',
  boolean: 'ansi-magenta',
};

function Leaf({ name, value, depth }: { name: string; value: unknown; depth: number }) {
  const { t } = useTranslation('explorer');
  const [whole, setWhole] = useState(false);
  const [inside, setInside] = useState(false);
  const text = typeof value === 'string' ? value : null;
  const bytes = text === null ? null : encodedBytes(name, text);
  const json = useMemo(() => (text === null ? null : jsonInside(text)), [text]);
  const isCut = text !== null && text.length > TEXT_AT_FIRST && !whole;
  const written =
    text === null ? JSON.stringify(value) : JSON.stringify(isCut ? text.slice(0, TEXT_AT_FIRST) : text);
  return (
    <div className="pl-4">
      <span className="text-accent">{name}</span>
      <span className="text-text-subtle">: </span>
      <span
        className={cx(
          'whitespace-pre-wrap',
          // Sentences keep their words; IDs and addresses fill their lines.
          text?.includes(' ') ? 'wrap-anywhere' : 'break-all',
          COLOURS[typeof value] ?? 'text-text-subtle',
        )}
      >
        {written}
      </span>
      {isCut ? (
        <LeafButton onPress={() => setWhole(true)}>{t('answer.whole', { count: text.length })}</LeafButton>
      ) : null}
      {bytes !== null || json ? (
        <LeafButton expanded={inside} onPress={() => setInside(!inside)}>
          {bytes === null ? t('answer.asJson') : t('answer.decoded')}
        </LeafButton>
      ) : null}
      {inside && bytes !== null ? <Decoded name={name} text={bytes} /> : null}
      {inside && bytes === null && json ? <Members value={json} depth={depth + 1} /> : null}
    </div>
  );
}

function LeafButton({
  expanded,
  onPress,
  children,
}: {
  expanded?: boolean;
  onPress(): void;
  children: string;
}) {
  return (
    <button
      type="button"
      data-node
      aria-expanded={expanded}
      className="ml-2 inline-link font-sans text-text-muted hover:text-text"
      onClick={onPress}
    >
      {children}
    </button>
  );
}

function Decoded({ name, text }: { name: string; text: string }) {
  const bytes = useMemo(() => decodeBase64(text), [text]);
  return <OutputView bytes={bytes} label={name} search={false} className="my-1 bg-bg! font-sans" />;
}
