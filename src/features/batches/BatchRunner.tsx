import { useQueryClient } from '@tanstack/react-query';
import { CirclePause, Layers } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link, useLocation } from 'react-router-dom';
import { useAccountKey } from '@/api/AccountContext';
import { useApi } from '@/api/ApiContext';
import { useFormat } from '@/i18n/format';
import { toast } from '@/ui/toasts';
import { Tooltip } from '@/ui/Tooltip';
import { batchRunPath } from './batch-paths';
import { followPlans } from './follow-plans';
import { type BatchPlan, stepOf } from './plan';
import { planStore } from './plan-store';
import { useHeadline } from './use-headline';
import { usePlans } from './use-plans';

export interface BatchRunnerProps {
  /** The region of the page. */
  region: string;
}

/**
 * Sends the batches of the runs that are under way, for as long as it is mounted, and leads to the latest of the region. It
 * belongs to the frame, so that a run goes on wherever the person goes.
 */
export function BatchRunner({ region }: BatchRunnerProps) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const api = useApi();
  const cache = useQueryClient();
  const account = useAccountKey();
  useEffect(() => followPlans({ api, cache, store: planStore, account }), [api, cache, account]);
  const plans = usePlans(region);
  useEndToast(plans);
  const open = plans.filter((plan) => stepOf(plan).kind !== 'done');
  const [plan] = open;
  if (!plan) return null;
  const isHeld = stepOf(plan).kind === 'hold';
  const done = plan.batches.filter(({ state }) => state === 'ended' || state === 'refused').length;
  const figures = { done: format.number(done), total: format.number(plan.batches.length) };
  const label = t(isHeld ? 'top.held' : 'top.running', { ...figures, name: plan.name || t('script') });
  const Icon = isHeld ? CirclePause : Layers;
  return (
    <Tooltip text={label} describe={false} side="bottom">
      <Link className="frame-button wide" to={batchRunPath(region, plan.id)} aria-label={label}>
        <Icon aria-hidden />
        <span
          className={
            isHeld
              ? 'rounded-full bg-warn-subtle px-1.5 text-xs leading-[18px] font-semibold text-warn'
              : 'rounded-full bg-info-subtle px-1.5 text-xs leading-[18px] font-semibold text-info'
          }
        >
          {t('top.of', figures)}
        </span>
      </Link>
    </Tooltip>
  );
}

/** Tells the end of a run, or that it needs a person, to who is on another page. */
function useEndToast(plans: readonly BatchPlan[]): void {
  const { t } = useTranslation('batches');
  const headline = useHeadline();
  const { pathname } = useLocation();
  const last = useRef(new Map<string, string>());
  const tell = useEffectEvent((plan: BatchPlan, isHeld: boolean) => {
    const to = batchRunPath(plan.region, plan.id);
    if (pathname === to) return;
    toast({
      tone: isHeld ? 'warn' : plan.batches.some(({ tally }) => tally.failed > 0) ? 'danger' : 'ok',
      title: t(isHeld ? 'toast.held' : 'toast.done', { name: plan.name || t('script') }),
      body: headline(plan).join(' · '),
      link: { to, label: t('toast.link') },
    });
  });
  useEffect(() => {
    for (const plan of plans) {
      const { kind } = stepOf(plan);
      const before = last.current.get(plan.id);
      const isEnd = kind === 'done' || (kind === 'hold' && plan.pausedBy !== 'person');
      if (before !== undefined && before !== kind && isEnd && plan.order !== 'stop')
        tell(plan, kind === 'hold');
      last.current.set(plan.id, kind);
    }
  }, [plans]);
}
