import { CircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import type { HelpId } from './entries';
import { LazyDrawer } from './LazyDrawer';

/** What links from the pages are about, and the entry each opens. */
const HELP_TOPICS = {
  cron: 'cron-fields',
  disabled: 'why-disabled',
  advice: 'event-advice',
  creationFailure: 'creation-failure',
  agent: 'install-the-agent',
  runStates: 'run-states',
} as const satisfies Record<string, HelpId>;

export interface HelpLinkProps {
  topic: keyof typeof HELP_TOPICS;
  className?: string | undefined;
}

/** "Learn more" beside what needs it: opens the entry over the page. Only within a region's pages. */
export function HelpLink({ topic, className }: HelpLinkProps) {
  const { t } = useTranslation('help');
  const { region = '' } = useParams();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        // Heard by itself it has to say of what.
        aria-label={t('learnMoreAbout', { about: t(`about.${topic}`) })}
        className={cx('whitespace-nowrap text-accent hover:underline', className)}
        onClick={() => setOpen(true)}
      >
        <CircleQuestionMark className="mr-1 inline size-3.5 align-[-2px]" aria-hidden />
        {t('learnMore')}
      </button>
      <LazyDrawer region={region} open={open} at={HELP_TOPICS[topic]} onClose={() => setOpen(false)} />
    </>
  );
}
