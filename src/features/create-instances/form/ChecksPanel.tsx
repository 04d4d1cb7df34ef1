import { CircleCheck, CircleDashed, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import type { Check } from './use-checks';

const LOOK: Readonly<Record<Check['tone'], { icon: LucideIcon; className: string }>> = {
  ok: { icon: CircleCheck, className: 'text-ok' },
  warn: { icon: TriangleAlert, className: 'text-warn' },
  danger: { icon: CircleX, className: 'text-danger' },
  open: { icon: CircleDashed, className: 'text-text-muted' },
};

/** What is known before anything is made, in view with the button. */
export function ChecksPanel({ checks, children }: { checks: readonly Check[]; children?: ReactNode }) {
  const { t } = useTranslation('createInstances');
  return (
    <section
      aria-labelledby="creation-checks"
      className="flex min-h-0 flex-col gap-2 overflow-auto rounded-l-md bg-panel px-5 pt-1 pb-3.5"
    >
      <h2 id="creation-checks" className="flex min-h-[26px] flex-none items-center">
        {t('check.heading')}
      </h2>
      <ul className="flex flex-col gap-[11px]">
        {checks.map(({ key, tone, title, body }) => {
          const { icon: Icon, className } = LOOK[tone];
          return (
            <li key={key} className="flex gap-[9px]">
              <Icon className={cx('mt-px stroke-2', className)} aria-hidden />
              <div className="min-w-0 break-words">
                <span className="sr-only">{t(`check.tone.${tone}`)} </span>
                <b>{title}</b>
                {body ? <p className="text-text-muted">{body}</p> : null}
              </div>
            </li>
          );
        })}
      </ul>
      {children}
    </section>
  );
}
