import { type ReactNode, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { useOutletContext } from 'react-router-dom';
import { PageHead } from '@/ui/PageHead';

/** The places in the frame's head that a tab fills; null until they are drawn. */
export interface AlarmsSlots {
  title: HTMLElement | null;
  actions: HTMLElement | null;
  /** Says that the tab has an answer; the undo says that it has none any more. */
  claim(this: void): () => void;
}

export interface AlarmsHeadProps {
  /** The tab's answer, e.g. how many there are and what is wrong with them. */
  title: string;
  /** The clause after it, in grey, with its own comma or space. */
  rest?: string | null | undefined;
  actions?: ReactNode;
}

/**
 * The headline of a tab, put into the head that all tabs share; that one says the tab's name until there is an answer.
 * A page outside of the frame gets a head of its own.
 */
export function AlarmsHead({ title, rest, actions }: AlarmsHeadProps) {
  const slots = useOutletContext<AlarmsSlots | undefined>();
  const claim = slots?.claim;
  useLayoutEffect(() => claim?.(), [claim]);
  if (!slots) return <PageHead documentTitle={title} title={title} rest={rest} actions={actions} />;
  const headline = (
    <>
      {title}
      {rest ? <span className="font-normal text-text-subtle">{rest}</span> : null}
    </>
  );
  return (
    <>
      {slots.title ? createPortal(headline, slots.title) : null}
      {slots.actions ? createPortal(actions, slots.actions) : null}
    </>
  );
}
