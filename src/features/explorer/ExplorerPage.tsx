import { CodeXml, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useCallLog } from '@/api/call-log';
import { CATALOG, findAction } from '@/api/catalog';
import { useRegion } from '@/api/region';
import type { CallEntry } from '@/api/rpc';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { EmptyState } from '@/ui/EmptyState';
import { LinkButton } from '@/ui/LinkButton';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { useAddress } from '@/ui/use-address';
import { ActionSheet } from './ActionSheet';
import { CallList } from './calls/CallList';
import { ActionList } from './list/ActionList';
import { explorerPath } from './paths';
import { useActionWords } from './use-action-words';

/** Any action of the API: a form made from its fields, the request in every form, the answer as it came. */
export function Component() {
  const { t } = useTranslation('explorer');
  const { number } = useFormat();
  const region = useRegion();
  const { action: name } = useParams();
  const [address] = useAddress();
  const { purposes, isPending } = useActionWords();
  const log = useCallLog();
  /** By action, while the page is open. */
  const [answers, setAnswers] = useState<Readonly<Record<string, CallEntry>>>({});
  const action = name === undefined ? null : findAction(name);
  const callId = address.get('call');
  const call = log.entries().find((entry) => String(entry.id) === callId && entry.action === name) ?? null;
  return (
    <>
      <PageHead
        documentTitle={action ? `${action.name} · ${t('title')}` : t('title')}
        title={action ? action.name : t('title')}
        rest={action ? t(`head.${action.kind}`) : null}
        lede={
          !action ? (
            t('lede', { count: number(CATALOG.length) })
          ) : isPending ? (
            <Skeleton width={260} />
          ) : (
            purposes[action.name]
          )
        }
      />
      <div className="flex min-h-[420px] flex-1 gap-7">
        <ActionList region={region} />
        {/* A form whose notes come after it would move under the hand. */}
        {action && isPending ? null : action ? (
          <ActionSheet
            key={`${region} ${action.name} ${callId}`}
            action={action}
            region={region}
            call={call}
            answer={answers[`${action.name} ${callId}`] ?? call}
            onAnswer={(answer) =>
              setAnswers((before) => ({ ...before, [`${action.name} ${callId}`]: answer }))
            }
          />
        ) : (
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            {name === undefined ? (
              <EmptyState icon={CodeXml} title={t('start.title')}>
                {t('start.body')}
              </EmptyState>
            ) : (
              <EmptyState
                icon={SearchX}
                title={t('unknown.title', { action: name })}
                actions={
                  <LinkButton size="sm" to={explorerPath(region)}>
                    {t('unknown.action')}
                  </LinkButton>
                }
              >
                {t('unknown.body')}
              </EmptyState>
            )}
            <h2 className="pl-3">{t('pane.calls')}</h2>
            <div className="flex min-h-0 flex-1 flex-col pb-4 pl-3">
              <CallList region={region} action={null} shown={null} onCompare={null} />
            </div>
          </div>
        )}
      </div>
    </>
  );
}
