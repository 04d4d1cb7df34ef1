import { CircleQuestionMark } from 'lucide-react';
import { Link, useParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { NoMatch } from '@/ui/NoMatch';
import { PageHead } from '@/ui/PageHead';
import { SearchField } from '@/ui/SearchField';
import { Skeleton } from '@/ui/Skeleton';
import { useAddress } from '@/ui/use-address';
import { EntryFoot } from './EntryFoot';
import { HELP_ENTRIES, HELP_IDS, isHelpId, type HelpId } from './entries';
import { HelpArticle } from './HelpArticle';
import { type EntryOpener, HelpHits, HelpIndex } from './HelpLists';
import { helpPath } from './help-pages';
import type { HelpTexts } from './help-text';
import { searchHelp } from './search';
import { useHelpTexts } from './use-help-texts';
import { useHelpValues } from './use-help-values';

/** The manual's questions and terms: all of them, a search through them, or one. */
export function Component() {
  const { t } = useTranslation('help');
  const { id } = useParams();
  const texts = useHelpTexts();
  if (!texts.data) {
    return (
      <>
        <PageHead documentTitle={t('title')} title={t('title')} lede={t('lede')} />
        {texts.isError ? (
          <ErrorState
            title={t('errorTitle')}
            advice={t('error')}
            retrying={texts.isFetching}
            onRetry={() => void texts.refetch()}
          />
        ) : (
          <div aria-busy className="flex flex-col gap-3">
            <Skeleton width={320} height={32} className="mb-2" />
            <Skeleton width="36%" />
            <Skeleton width="28%" />
            <Skeleton width="32%" />
          </div>
        )}
      </>
    );
  }
  if (id === undefined) return <AllHelp texts={texts.data} />;
  return isHelpId(id) ? <OneEntry key={id} id={id} texts={texts.data} /> : <NoEntry />;
}

function useLinks(): EntryOpener {
  const region = useRegion();
  return (id, title) => <Link to={helpPath(region, id)}>{title}</Link>;
}

function AllHelp({ texts }: { texts: HelpTexts }) {
  const { t } = useTranslation('help');
  const format = useFormat();
  const opener = useLinks();
  const [params, change] = useAddress();
  const text = params.get('q') ?? '';
  const hits = searchHelp(texts, useHelpValues(), text);
  const found =
    hits.length === 0
      ? t('foundNone')
      : t('found', { count: hits.length, number: format.number(hits.length) });
  return (
    <>
      <PageHead
        documentTitle={t('title')}
        title={text === '' ? t('head', { number: format.number(HELP_IDS.length) }) : found}
        rest={text === '' ? t('headRest') : t(hits.length === 0 ? 'foundNoneRest' : 'foundRest', { text })}
        lede={t('lede')}
      />
      <SearchField
        className="w-[320px]"
        label={t('search')}
        value={text}
        shortcut="/"
        onValueChange={(q) => change({ q })}
      />
      <output className="sr-only">{text === '' ? '' : found}</output>
      <div className="min-h-0 flex-1 overflow-auto pt-5 pb-6">
        {text === '' ? (
          <div className="columns-2 gap-10 min-[1400px]:columns-3">
            <HelpIndex texts={texts} opener={opener} />
          </div>
        ) : hits.length > 0 ? (
          <HelpHits hits={hits} opener={opener} />
        ) : (
          <NoMatch what={t('quoted', { text })} clearLabel={t('clear')} onClear={() => change({ q: null })}>
            {t('noMatch')}
          </NoMatch>
        )}
      </div>
    </>
  );
}

function OneEntry({ id, texts }: { id: HelpId; texts: HelpTexts }) {
  const { t } = useTranslation('help');
  const region = useRegion();
  const opener = useLinks();
  const { section } = HELP_ENTRIES[id];
  const near = HELP_IDS.filter((other) => other !== id && HELP_ENTRIES[other].section === section);
  return (
    <>
      <PageHead
        documentTitle={`${texts[id].title} · ${t('title')}`}
        title={texts[id].title}
        lede={
          <>
            <Link to={helpPath(region)} className="inline-link">
              {t('all')}
            </Link>
            {` · ${t(`section.${section}`)}`}
          </>
        }
      />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_260px] gap-10 overflow-auto pb-6">
        <div className="flex flex-col gap-5">
          <HelpArticle text={texts[id]} />
          <EntryFoot region={region} id={id} />
        </div>
        <nav aria-label={t('near')}>
          <h2 className="mb-1.5 text-base">{t(`section.${section}`)}</h2>
          <ul className="flex flex-col gap-1">
            {near.map((other) => (
              <li key={other}>{opener(other, texts[other].title)}</li>
            ))}
          </ul>
        </nav>
      </div>
    </>
  );
}

function NoEntry() {
  const { t } = useTranslation('help');
  const region = useRegion();
  return (
    <>
      <PageHead documentTitle={t('title')} title={t('missing')} />
      <EmptyState
        icon={CircleQuestionMark}
        title={t('missingTitle')}
        actions={
          <LinkButton size="sm" variant="primary" to={helpPath(region)}>
            {t('all')}
          </LinkButton>
        }
      >
        {t('missingBody')}
      </EmptyState>
    </>
  );
}
