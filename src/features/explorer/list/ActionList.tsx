import { PencilLine } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import { CATALOG } from '@/api/catalog';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { SearchField } from '@/ui/SearchField';
import { Segmented } from '@/ui/Segmented';
import { useAddress } from '@/ui/use-address';
import { moveFocus } from '../move-focus';
import { explorerPath } from '../paths';
import { useActionWords } from '../use-action-words';
import { type KindFilter, matchActions } from './match-actions';

const KINDS: readonly KindFilter[] = ['all', 'read', 'write'];

/** Every action of the console by product and topic; the search and the kind are in the address. */
export function ActionList({ region }: { region: string }) {
  const { t } = useTranslation('explorer');
  const { purposes } = useActionWords();
  const { action } = useParams();
  const list = useRef<HTMLElement>(null);
  const [params, change] = useAddress();
  const text = params.get('q') ?? '';
  const kind = KINDS.find((one) => one === params.get('kind')) ?? 'all';
  const groups = useMemo(
    () =>
      matchActions(
        CATALOG,
        text,
        kind,
        ({ name, topic }) => `${purposes[name] ?? ''} ${t(`topic.${topic}`)}`,
      ),
    [kind, purposes, t, text],
  );
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [action]);
  const kept = new URLSearchParams([
    ...(text ? [['q', text]] : []),
    ...(kind === 'all' ? [] : [['kind', kind]]),
  ]);
  const search = kept.size > 0 ? `?${kept}` : '';
  return (
    <div
      className="flex min-h-0 w-[252px] flex-none flex-col gap-2.5"
      onKeyDown={(event) => moveFocus(event, 'a')}
      role="presentation"
    >
      <SearchField
        label={t('list.search')}
        value={text}
        onValueChange={(q) => change({ q })}
        shortcut="/"
        className="w-full!"
      />
      <Segmented
        label={t('list.kind')}
        value={kind}
        onValueChange={(value) => change({ kind: value === 'all' ? null : value })}
        options={KINDS.map((value) => ({ value, label: t(`list.${value}`) }))}
        className="self-start"
      />
      <nav ref={list} aria-label={t('list.label')} className="-ml-2 min-h-0 flex-1 overflow-auto pb-4">
        {groups.map(({ topic, actions }) => (
          <section key={topic} aria-label={t(`topic.${topic}`)}>
            <h2 className="sticky top-0 flex items-baseline gap-2 bg-bg px-2 pt-2.5 pb-1 text-xs font-normal text-text-subtle">
              {t(`topic.${topic}`)}
              <span className="code ml-auto text-[11px] uppercase">{actions[0]?.product}</span>
            </h2>
            {actions.map(({ name, kind: own }) => (
              <NavLink
                key={name}
                to={explorerPath(region, name) + search}
                title={purposes[name]}
                className="flex h-7 scroll-my-9 items-center gap-1.5 rounded-sm px-2 code -outline-offset-2 text-text-muted! no-underline! hover:bg-hover hover:text-text! aria-[current=page]:bg-selected aria-[current=page]:font-semibold aria-[current=page]:text-text!"
              >
                <span className="min-w-0 flex-1 truncate">{name}</span>
                {own === 'write' ? (
                  <>
                    <PencilLine className="size-3.5 text-warn" aria-hidden />
                    <span className="sr-only">{t('list.writes')}</span>
                  </>
                ) : null}
              </NavLink>
            ))}
          </section>
        ))}
        {groups.length === 0 ? (
          <div className="flex flex-col items-start gap-2 px-2 pt-3 text-text-muted">
            <p>{t('list.none', { text: text || t(`list.${kind}`) })}</p>
            <Button size="sm" onClick={() => change({ q: null, kind: null })}>
              {t('list.clear')}
            </Button>
          </div>
        ) : null}
      </nav>
    </div>
  );
}
