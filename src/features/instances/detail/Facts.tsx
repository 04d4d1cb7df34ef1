import type { ReactNode } from 'react';

/** A block of facts under a heading. */
export function Facts({ title, children, after }: { title: string; children: ReactNode; after?: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2>{title}</h2>
      <dl className="grid grid-cols-[118px_minmax(0,1fr)] items-baseline gap-x-2.5 gap-y-1.5">{children}</dl>
      {after}
    </section>
  );
}

/** One fact; nothing at all when there is nothing to tell. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === '' || children === null || children === undefined) return null;
  return (
    <>
      <dt className="text-text-subtle">{name}</dt>
      <dd className="m-0 min-w-0 break-words">{children}</dd>
    </>
  );
}
