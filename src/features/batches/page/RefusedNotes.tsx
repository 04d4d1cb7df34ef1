import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { useErrorText } from '@/api/use-error-text';
import { isAboutInstances } from '@/domain/batch-plan';
import { LIMITS } from '@/domain/limits';
import { fetchEligibility } from '@/features/instances';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';
import { apiErrorOf, askForAgain, type Batch, type BatchError, type BatchPlan } from '../plan';
import { planStore } from '../plan-store';

/** More than these are in the table only. */
const MOST = 2;
const NAMED = 3;

/** Batches that were refused, each with the reason and the way on. */
export function RefusedNotes({ plan }: { plan: BatchPlan }) {
  const refused = plan.batches.flatMap((batch, index) =>
    batch.state === 'refused' && batch.error ? [{ batch, index, error: batch.error }] : [],
  );
  return refused
    .slice(0, MOST)
    .map(({ batch, index, error }) => (
      <RefusedNote key={index} plan={plan} batch={batch} index={index} error={error} />
    ));
}

interface RefusedNoteProps {
  plan: BatchPlan;
  batch: Batch;
  index: number;
  error: BatchError;
}

function RefusedNote({ plan, batch, index, error }: RefusedNoteProps) {
  const { t } = useTranslation(['batches', 'domain']);
  const format = useFormat();
  const { title, advice, code, requestId, message } = useErrorText(apiErrorOf(plan, error));
  const unfit = useUnfit(plan, batch, isAboutInstances(error.code));
  const out = [...unfit.keys()];
  const named = out
    .slice(0, NAMED)
    .map((id) => t('refused.one', { name: plan.names[id] ?? id, reason: unfit.get(id) }));
  const more = out.length - named.length;
  const again = (leaveOut: ReadonlySet<string>) =>
    void planStore.change(plan.id, (now) => askForAgain(now, index, leaveOut));
  return (
    <Note
      tone="danger"
      role="alert"
      className="mt-3"
      title={t('refused.title', { number: format.number(index + 1), title })}
      action={
        plan.order === 'stop' ? null : (
          <>
            {out.length > 0 && out.length < batch.instanceIds.length ? (
              <Button size="sm" onClick={() => again(new Set(out))}>
                {t('refused.leaveOut', { count: out.length })}
              </Button>
            ) : null}
            <Button size="sm" variant="quiet" onClick={() => again(new Set())}>
              {t('retry.batch', { number: format.number(index + 1) })}
            </Button>
          </>
        )
      }
    >
      {named.length > 0
        ? t('refused.because', {
            instances: format.list(more > 0 ? [...named, t('refused.more', { count: more })] : named),
          })
        : advice}
      <ErrorFigures code={code} requestId={requestId} message={message} />
    </Note>
  );
}

/** Of a refused batch's instances, those that cannot run the command now, with the reason in words. */
function useUnfit(plan: BatchPlan, batch: Batch, enabled: boolean): ReadonlyMap<string, string> {
  const { t } = useTranslation(['batches', 'domain']);
  const api = useApi();
  const ids = batch.instanceIds;
  const { data } = useQuery({
    queryKey: keys.instances.list(plan.region, { refused: ids, type: plan.commandType }),
    enabled,
    queryFn: ({ signal }) =>
      fetchEligibility(api, plan.region, ids, plan.commandType, LIMITS.manual, { signal }),
  });
  if (!data) return new Map();
  return new Map(
    ids.flatMap((id) => {
      const reason = data.get(id);
      if (reason === null) return [];
      return [
        [id, reason === undefined ? t('refused.gone') : t(`domain:ineligibility.${reason}.short`)] as const,
      ];
    }),
  );
}
