import { useMemo, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { newClientToken } from '@/api/rpc';
import { useErrorText } from '@/api/use-error-text';
import { serverNow } from '@/api/server-clock';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { CliLine } from '@/ui/CliLine';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import { countAsked, useAskedInstances } from './event-targets';
import type { EventDialogProps } from './RestartDialog';
import { snapshotName } from './snapshot-name';
import { SnapshotProgress } from './SnapshotProgress';
import { type BulkOutcome, useBulk } from './use-bulk';
import { type SnapshotDisk, useDisks, useSnapshots } from './use-disks';
import { useRefusalText } from './use-refusal-text';

interface DiskTarget extends SnapshotDisk {
  key: string;
  /** One per disk and dialog: pressing again after a lost answer makes no second snapshot. */
  token: string;
}

/** Backs up the disks of instances that an event is about, before it begins (manual 2.1: CreateSnapshot). */
export function SnapshotDialog({ events, facts, onClose }: EventDialogProps) {
  const { t } = useTranslation('events');
  const format = useFormat();
  const api = useApi();
  const asked = useAskedInstances('snapshot', { events, facts });
  const able = useMemo(
    () =>
      asked
        .filter((target) => target.leftOut === undefined)
        .map(({ region, event, label }) => ({ region, instanceId: event.instanceId, label })),
    [asked],
  );
  const disks = useDisks(able);
  const error = useErrorText(disks.error);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<readonly { region: string; id: string; key: string }[]>([]);
  const snapshots = useSnapshots(made);
  const keep = useRef<HTMLButtonElement>(null);
  const [openedAt] = useState(serverNow);
  const targets = useMemo(
    () =>
      (disks.data ?? []).map((row): DiskTarget => ({
        ...row,
        key: row.disk.DiskId,
        token: newClientToken(),
      })),
    [disks.data],
  );
  const request = ({ region, disk }: DiskTarget) => ({
    RegionId: region,
    DiskId: disk.DiskId,
    SnapshotName: snapshotName(disk.DiskName || disk.DiskId, openedAt),
  });
  const { outcomes, running, start } = useBulk(async (target: DiskTarget) => {
    const { SnapshotId } = await api.ecs.createSnapshot({ ...request(target), ClientToken: target.token });
    setMade((before) => [...before, { region: target.region, id: SnapshotId, key: target.key }]);
  });
  const chosen = targets.filter(
    ({ key, problem }) => problem === null && !unticked.has(key) && outcomes.get(key)?.state !== 'done',
  );
  const name = (instanceId: string) => able.find((one) => one.instanceId === instanceId)?.label ?? instanceId;
  const tick = (key: string, on: boolean) =>
    setUnticked((before) => {
      const next = new Set(before);
      if (on) next.delete(key);
      else next.add(key);
      return next;
    });

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={
        asked.length === 1 && asked[0]
          ? t('snapshot.titleOne', { name: asked[0].label })
          : t('snapshot.title', { count: countAsked(asked) })
      }
      initialFocus={keep}
      width={560}
      footer={
        <>
          <Button ref={keep} variant="quiet" onClick={onClose}>
            {outcomes.size > 0 ? t('act.close') : t('act.keep')}
          </Button>
          {chosen.length === 0 && made.length > 0 ? null : (
            <Button
              variant="primary"
              writes
              busy={running ? t('act.running') : false}
              disabledReason={chosen.length === 0 ? t('snapshot.noneChosen') : undefined}
              onClick={() => void start(chosen)}
            >
              {t('snapshot.confirm', { count: chosen.length })}
            </Button>
          )}
        </>
      }
    >
      <p>{t('snapshot.body')}</p>
      {asked
        .filter((target) => target.leftOut !== undefined)
        .map((target) => (
          <Status key={target.key} tone="warn" icon="warning">
            <span>
              <b>{target.label}</b> {target.leftOut}
            </span>
          </Status>
        ))}
      {disks.isError ? (
        <ErrorState {...error} onRetry={() => void disks.refetch()} retrying={disks.isFetching} />
      ) : disks.isPending ? (
        <div aria-busy className="flex flex-col gap-3 py-2">
          <Skeleton width="70%" />
          <Skeleton width="60%" />
        </div>
      ) : (
        <ul
          aria-label={t('snapshot.disks')}
          tabIndex={0}
          className="max-h-64 min-h-0 overflow-auto rounded-sm bg-panel px-3 py-1.5"
        >
          {targets.map(({ key, disk, problem }) => {
            const id = made.find((one) => one.key === key)?.id;
            return (
              <li key={key} className="flex items-center gap-3 py-0.5">
                <Checkbox
                  className="min-w-0 flex-1"
                  checked={problem === null && !unticked.has(key)}
                  disabled={problem !== null || running || outcomes.has(key)}
                  onCheckedChange={(on) => tick(key, on)}
                  label={
                    <span>
                      <b>{name(disk.InstanceId)}</b>{' '}
                      {t(disk.Type === 'system' ? 'snapshot.systemDisk' : 'snapshot.dataDisk')}
                      {format.comma}
                      {t('snapshot.size', { size: disk.Size })}{' '}
                      <span className="code text-text-muted">{disk.Device || disk.DiskId}</span>
                    </span>
                  }
                  help={problem === 'local' ? t('snapshot.local') : undefined}
                />
                {id ? (
                  <SnapshotProgress id={id} snapshot={snapshots.data?.get(id)} />
                ) : (
                  <Refusal outcome={outcomes.get(key)} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {made.length > 0 ? <p className="text-text-muted">{t('snapshot.goesOn')}</p> : null}
      {chosen.length > 0 ? (
        <CliLine
          className="flex-none"
          line={chosen.map((target) => toCli('ecs', 'CreateSnapshot', request(target))).join('\n')}
        />
      ) : null}
    </Dialog>
  );
}

function Refusal({ outcome }: { outcome: BulkOutcome | undefined }) {
  const { t } = useTranslation('events');
  const refusal = useRefusalText();
  if (outcome?.state === 'running')
    return (
      <Status tone="info" icon="running">
        {t('act.running')}
      </Status>
    );
  if (outcome?.state !== 'failed') return null;
  const { text, code } = refusal(outcome.error);
  return (
    <span className="max-w-[55%] text-right">
      <Status tone="danger" icon="failed" className="whitespace-normal!">
        {text}
      </Status>
      {code ? <span className="code block text-xs break-all text-text-muted">{code}</span> : null}
    </span>
  );
}
