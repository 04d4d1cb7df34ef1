import type { ReactNode } from 'react';
import { useId } from 'react';

interface SectionProps {
  title: string;
  lede: string;
  children: ReactNode;
}

/** A group of settings: what it is at the left, the controls at the right. */
export function Section({ title, lede, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[176px_minmax(0,1fr)] gap-8 border-border py-6 not-first:border-t max-[1100px]:grid-cols-1 max-[1100px]:gap-3"
    >
      <div>
        <h2 id={id}>{title}</h2>
        <p className="mt-1 text-xs text-text-muted">{lede}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}

/** A control of one line with its name before it. */
export function Labelled({
  label,
  children,
  aside,
}: {
  label: string;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <div className="flex min-h-8 items-center gap-4">
      <span className="w-[112px] flex-none font-semibold" aria-hidden>
        {label}
      </span>
      {children}
      {aside ? <span className="text-text-muted">{aside}</span> : null}
    </div>
  );
}
