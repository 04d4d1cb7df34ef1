import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { create } from 'zustand';
import { cx } from './cx';
import { IconButton } from './IconButton';
import type { StatusIconName } from './status-icons';
import { STATUS_ICONS } from './status-icons';
import type { Tone } from './tones';
import { TEXT } from './tones';

export interface ToastMessage {
  tone: Tone;
  title: string;
  body?: string | undefined;
  /** The thing it is about. */
  link?: { to: string; label: string } | undefined;
  /** Default 8 s; errors stay until dismissed; 0 stays. */
  timeoutMs?: number | undefined;
}

interface ShownToast extends ToastMessage {
  id: number;
}

const MOST_SHOWN = 4;
const useToasts = create<{ toasts: readonly ShownToast[] }>(() => ({ toasts: [] }));
let nextId = 1;

/** Says that something happened, in a corner, from anywhere. */
export function toast(message: ToastMessage): void {
  const shown = { ...message, id: nextId++ };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, shown].slice(-MOST_SHOWN) }));
}

function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

const ICONS: Record<Tone, StatusIconName> = {
  ok: 'success',
  warn: 'warning',
  danger: 'failed',
  info: 'started',
  neutral: 'info',
};

/** The corner itself; render it once, inside the router. */
export function Toasts() {
  const { t } = useTranslation('ui');
  const toasts = useToasts((state) => state.toasts);
  const [held, setHeld] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only holds the clock while someone reads
    <section
      aria-label={t('toast.label')}
      aria-live="polite"
      aria-relevant="additions"
      className="pointer-events-none fixed right-5 bottom-16 z-70 flex flex-col gap-2.5"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((shown) => (
        <Toast key={shown.id} toast={shown} held={held} />
      ))}
    </section>
  );
}

/** Time stands still while the corner is under the pointer or has the focus. */
function Toast({
  toast: { id, tone, title, body, link, timeoutMs },
  held,
}: {
  toast: ShownToast;
  held: boolean;
}) {
  const { t } = useTranslation('ui');
  const Icon = STATUS_ICONS[ICONS[tone]];
  const timeout = timeoutMs ?? (tone === 'danger' ? 0 : 8000);
  useEffect(() => {
    if (held || timeout === 0) return;
    const timer = setTimeout(() => dismiss(id), timeout);
    return () => clearTimeout(timer);
  }, [held, id, timeout]);
  return (
    <div
      role={tone === 'danger' ? 'alert' : undefined}
      data-surface
      className="pointer-events-auto flex w-[380px] max-w-[calc(100vw-40px)] items-start gap-2.5 rounded-md bg-surface py-[11px] pr-2 pl-3.5 shadow-pop transition-[opacity,translate] duration-(--duration) ease-out starting:translate-y-2 starting:opacity-0"
    >
      <Icon className={cx('mt-px stroke-2', TEXT[tone])} aria-hidden />
      <div className="min-w-0 flex-1 break-words">
        <span className="sr-only">{t(`toast.tone.${tone}`)}: </span>
        <b>{title}</b>
        {body || link ? (
          <div className="text-text-muted">
            {body}
            {body && link ? ' ' : null}
            {link ? (
              <Link to={link.to} className="inline-link" onClick={() => dismiss(id)}>
                {link.label}
              </Link>
            ) : null}
          </div>
        ) : null}
      </div>
      <IconButton
        size="sm"
        icon={X}
        label={t('action.dismiss')}
        onClick={() => dismiss(id)}
        className="-my-1"
      />
    </div>
  );
}
