import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { keys } from '@/api/query-keys';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Dialog } from '@/ui/Dialog';
import { toast, type ToastMessage } from '@/ui/toasts';
import { type ActTarget, TargetList } from './TargetList';
import { useBulk } from './use-bulk';

export interface ActDialogProps<Target extends ActTarget & { region: string }> {
  title: string;
  targets: readonly Target[];
  /** What will happen, and what cannot be undone. */
  children: ReactNode;
  /** The act in its own words, told how many it is done to. */
  confirmLabel(count: number): string;
  danger?: boolean;
  /** Why it cannot be confirmed now. */
  disabledReason?: string | undefined;
  /** The same call as a command line. */
  cliOf(target: Target): string;
  perform(target: Target): Promise<unknown>;
  /** Told when all went well; failures stay on screen instead. */
  done(count: number): ToastMessage;
  onClose(): void;
  width?: number;
}

/** More lines than this are no help any more. */
const MOST_LINES = 20;

/**
 * Asks before something is done to one or many instances, does it, and tells what became of each. Opens with the focus on
 * the way back. It stays open only while something failed.
 */
export function ActDialog<Target extends ActTarget & { region: string }>({
  title,
  targets,
  children,
  confirmLabel,
  danger = false,
  disabledReason,
  cliOf,
  perform,
  done,
  onClose,
  width = 520,
}: ActDialogProps<Target>) {
  const { t } = useTranslation('events');
  const cache = useQueryClient();
  const keep = useRef<HTMLButtonElement>(null);
  const { outcomes, running, start } = useBulk(perform);
  const able = targets.filter((target) => target.leftOut === undefined);
  const left = able.filter((target) => outcomes.get(target.key)?.state !== 'done');
  const isOver = outcomes.size > 0 && !running;
  const succeeded = able.length - left.length;

  const confirm = async () => {
    const failures = await start(left);
    for (const region of new Set(able.map((target) => target.region))) {
      void cache.invalidateQueries({ queryKey: keys.events.all(region) });
      void cache.invalidateQueries({ queryKey: keys.instances.all(region) });
    }
    if (failures > 0) return;
    toast(done(able.length));
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      initialFocus={keep}
      width={width}
      footer={
        <>
          <Button ref={keep} variant="quiet" onClick={onClose}>
            {outcomes.size > 0 ? t('act.close') : t('act.keep')}
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            writes
            busy={running ? t('act.running') : false}
            disabledReason={able.length === 0 ? t('act.nothingLeft') : disabledReason}
            onClick={() => void confirm()}
          >
            {isOver ? t('act.again', { count: left.length }) : confirmLabel(able.length)}
          </Button>
        </>
      }
    >
      {children}
      {isOver ? (
        <p role="status" className="font-semibold">
          {t('act.result', { done: succeeded, failed: left.length })}
        </p>
      ) : null}
      {targets.length > 1 || targets[0]?.leftOut || outcomes.size > 0 ? (
        <TargetList targets={targets} outcomes={outcomes} />
      ) : null}
      {able.length > 0 ? (
        <CliLine line={able.slice(0, MOST_LINES).map(cliOf).join('\n')} className="flex-none" />
      ) : null}
    </Dialog>
  );
}
