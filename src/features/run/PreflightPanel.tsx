import { CircleCheck, CircleDashed, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import { useCheckWords, useUnfitWords } from './check-words';
import type { Check, UnfitCheck } from './preflight';

export interface PreflightPanelProps {
  checks: readonly Check[];
  nameOf(instanceId: string): string;
  /** What can be done about a line. */
  actionOf(check: Check): ReactNode;
}

const LOOK: Record<Check['tone'], { icon: LucideIcon; className: string }> = {
  ok: { icon: CircleCheck, className: 'text-ok' },
  warn: { icon: TriangleAlert, className: 'text-warn' },
  danger: { icon: CircleX, className: 'text-danger' },
  open: { icon: CircleDashed, className: 'text-text-muted' },
};

/** What is known before the run starts, in view with the button. */
export function PreflightPanel({ checks, nameOf, actionOf }: PreflightPanelProps) {
  const { t } = useTranslation('run');
  const words = useCheckWords();
  return (
    <section
      aria-labelledby="preflight"
      className="flex min-h-0 flex-col gap-2 overflow-auto rounded-l-md bg-panel px-5 pt-1 pb-3.5"
    >
      <h2 id="preflight" className="flex min-h-[26px] flex-none items-center">
        {t('check.title')}
      </h2>
      <ul className="flex flex-col gap-[11px]">
        {checks.map((check) => {
          const { icon: Icon, className } = LOOK[check.tone];
          const { title, body } = words(check);
          return (
            <li
              key={check.kind === 'parameters' ? `${check.kind} ${check.problem.kind}` : check.kind}
              className="flex gap-[9px]"
            >
              <Icon className={cx('mt-px stroke-2', className)} aria-hidden />
              <div className="min-w-0 break-words">
                <span className="sr-only">{t(`check.tone.${check.tone}`)} </span>
                <b>{title}</b>
                {check.kind === 'unfit' ? <Unfits instances={check.instances} nameOf={nameOf} /> : null}
                <p className="text-text-muted empty:hidden">
                  {body}
                  {body ? ' ' : null}
                  {actionOf(check)}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Of the instances that cannot run it; the others are a number. */
const MOST_NAMED = 12;

interface UnfitsProps {
  instances: UnfitCheck['instances'];
  nameOf(instanceId: string): string;
}

function Unfits({ instances, nameOf }: UnfitsProps) {
  const { t } = useTranslation(['run', 'batches']);
  const words = useUnfitWords();
  const more = instances.length - MOST_NAMED;
  return (
    <ul className="text-text-muted">
      {instances.slice(0, MOST_NAMED).map(([id, reason]) => (
        <li key={id}>{t('check.unfitOne', { name: nameOf(id), reason: words(reason) })}</li>
      ))}
      {more > 0 ? <li>{t('batches:refused.more', { count: more })}</li> : null}
    </ul>
  );
}
