import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { CALL_LOG_SIZE, type LoggedCall, useCalls } from '@/api/call-log';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import { IconButton } from '@/ui/IconButton';
import { Segmented } from '@/ui/Segmented';
import { Status } from '@/ui/Status';
import { moveFocus } from '../move-focus';
import { explorerPath } from '../paths';

export interface CallListProps {
  region: string;
  /** The action on show; its calls are listed first of all. */
  action: string | null;
  /** The call whose answer is shown. */
  shown: { startedAt: number; params: unknown } | null;
  /** Compares an answer with the one shown. */
  onCompare: ((call: LoggedCall) => void) | null;
}

/** The console's latest calls: each opens in the explorer with its parameters and its answer. */
export function CallList({ region, action, shown, onCompare }: CallListProps) {
  const { t } = useTranslation('explorer');
  const format = useFormat();
  const calls = useCalls();
  const [which, setWhich] = useState<'own' | 'all'>(action === null ? 'all' : 'own');
  const listed = which === 'own' && action !== null ? calls.filter((call) => call.action === action) : calls;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5 pt-3">
      <div className="flex flex-wrap items-center gap-2">
        {action === null ? null : (
          <Segmented
            label={t('calls.which')}
            value={which}
            onValueChange={setWhich}
            options={[
              { value: 'own', label: t('calls.own') },
              { value: 'all', label: t('calls.all') },
            ]}
          />
        )}
        <span className="text-xs text-text-muted">{t('calls.lede', { count: CALL_LOG_SIZE })}</span>
      </div>
      {listed.length === 0 ? <p className="text-text-muted">{t('calls.none')}</p> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its links */}
      <ul
        aria-label={t('calls.label')}
        className="-mx-2 min-h-0 flex-initial overflow-auto"
        onKeyDown={(event) => moveFocus(event, 'a')}
      >
        {listed.map((call) => {
          const isShown = shown?.params === call.params;
          return (
            <li
              key={call.id}
              className={cx(
                'flex items-center gap-1 rounded-sm px-2',
                isShown ? 'bg-selected' : 'hover:bg-hover',
              )}
            >
              <Link
                to={explorerPath(region, call.action, call.id)}
                className="flex h-[34px] min-w-0 flex-1 items-center gap-2.5 text-text! no-underline! -outline-offset-2"
                aria-current={isShown || undefined}
              >
                <span className="text-text-muted">{format.clock(call.startedAt)}</span>
                <span className="min-w-0 flex-1 truncate code">
                  {call.action}
                  <Elsewhere region={region} call={call} />
                </span>
                {call.ok ? (
                  <Status tone="ok" icon="success">
                    {t('answer.ok')}
                  </Status>
                ) : (
                  <Status tone="danger" icon="failed" className="min-w-0">
                    <span className="max-w-[110px] truncate code" title={call.code}>
                      {call.code}
                    </span>
                  </Status>
                )}
                <span className="w-14 flex-none text-right text-text-muted">
                  {format.duration(call.durationMs)}
                </span>
              </Link>
              {onCompare ? (
                <IconButton
                  size="sm"
                  icon={GitCompareArrows}
                  label={t('calls.compare', { action: call.action, time: format.clock(call.startedAt) })}
                  disabledReason={isShown ? t('calls.isShown') : undefined}
                  onClick={() => onCompare(call)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The region a call was sent to, where it is not the one on show. */
function Elsewhere({ region, call }: { region: string; call: LoggedCall }) {
  const to = call.params['RegionId'];
  return typeof to !== 'string' || to === region ? null : <span className="ml-2 text-text-subtle">{to}</span>;
}
