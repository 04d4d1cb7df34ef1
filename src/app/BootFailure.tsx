import { DatabaseZap, RotateCw, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { CodeBlock } from '@/ui/CodeBlock';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { EmptyState } from '@/ui/EmptyState';
import { LonePageHead } from '@/ui/PageHead';
import { eraseDemo, type BackendProblem, type BackendUnavailable } from './backend';

interface Advice {
  title: string;
  body: string;
  /** Whether throwing the demo's data away can help. */
  reset: boolean;
}

/** The page in place of the console when nothing can answer its calls: what is wrong, and the way out. */
export function BootFailure({ failure }: { failure: BackendUnavailable }) {
  const { t } = useTranslation('frame');
  const [asking, setAsking] = useState(false);
  const [resetFailed, setResetFailed] = useState<string | null>(null);
  const { title, body, reset } = useAdvice(failure.problem);
  const details = resetFailed ?? (failure.cause instanceof Error ? failure.cause.message : null);
  return (
    <main className="mx-auto max-w-[720px] px-8 pt-[12vh]">
      <p className="flex items-center gap-2.5 text-base font-semibold">
        <svg viewBox="0 0 18 18" className="frame-mark" aria-hidden>
          <path d="M1 3h16M1 9h10M1 15h13" />
          <circle cx="15.2" cy="9" r="1.8" />
        </svg>
        {t('product')}
      </p>
      <LonePageHead title={title} documentTitle={`${title} · ${t('product')}`} />
      <div role="alert">
        <EmptyState
          icon={reset ? DatabaseZap : ShieldOff}
          title={body}
          actions={
            <>
              <Button
                variant={reset ? 'secondary' : 'primary'}
                icon={RotateCw}
                onClick={() => window.location.reload()}
              >
                {t('crash.reload')}
              </Button>
              {reset ? (
                <Button variant="primary" onClick={() => setAsking(true)}>
                  {t('crash.reset')}
                </Button>
              ) : null}
            </>
          }
        />
      </div>
      {details ? <CodeBlock label={t('crash.details')} code={details} lineNumbers={false} wrap /> : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('crash.resetAsk')}
        confirmLabel={t('crash.reset')}
        cancelLabel={t('crash.keep')}
        onConfirm={() => {
          eraseDemo().catch((error: unknown) => {
            setAsking(false);
            setResetFailed(String(error));
          });
        }}
      >
        {t('crash.resetBody')}
      </ConfirmDialog>
    </main>
  );
}

function useAdvice(problem: BackendProblem): Advice {
  const { t } = useTranslation('frame');
  switch (problem) {
    case 'damaged':
      return { title: t('boot.damagedTitle'), body: t('boot.damagedBody'), reset: true };
    case 'newerVersion':
      return { title: t('boot.newerTitle'), body: t('boot.newerBody'), reset: true };
    case 'storageRefused':
      return { title: t('boot.storageTitle'), body: t('boot.storageBody'), reset: false };
    case 'insecure':
      return { title: t('boot.insecureTitle'), body: t('boot.insecureBody'), reset: false };
    case 'notLoaded':
      return { title: t('crash.chunkTitle'), body: t('crash.chunkBody'), reset: false };
    case 'failed':
      return { title: t('boot.failedTitle'), body: t('boot.failedBody'), reset: true };
  }
}
