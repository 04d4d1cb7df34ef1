import { Bug, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { isRouteErrorResponse, useRouteError } from 'react-router-dom';
import { useDemoControl } from '@/api/demo-control';
import { Button } from '@/ui/Button';
import { CodeBlock } from '@/ui/CodeBlock';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { EmptyState } from '@/ui/EmptyState';
import { PageHead } from '@/ui/PageHead';
import { NotFoundPage } from './NotFoundPage';

/** What a route shows when rendering or loading it failed. The frame around it keeps working where it can. */
export function CrashPage() {
  const { t } = useTranslation('frame');
  const error = useRouteError();
  const demo = useDemoControl();
  const [asking, setAsking] = useState(false);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const kind = isMissingChunk(error) ? 'chunk' : 'page';
  const title = kind === 'chunk' ? t('crash.chunkTitle') : t('crash.title');
  return (
    <>
      <PageHead title={title} documentTitle={`${title} · ${t('product')}`} />
      <div role="alert">
        <EmptyState
          icon={Bug}
          title={kind === 'chunk' ? t('crash.chunkBody') : t('crash.body')}
          actions={
            <>
              <Button variant="primary" icon={RotateCw} onClick={() => window.location.reload()}>
                {t('crash.reload')}
              </Button>
              {demo && kind === 'page' ? (
                <Button onClick={() => setAsking(true)}>{t('crash.reset')}</Button>
              ) : null}
            </>
          }
        />
      </div>
      <details className="max-w-[80ch]">
        <summary className="text-text-muted">{t('crash.details')}</summary>
        <CodeBlock
          className="mt-2"
          label={t('crash.details')}
          code={detailsOf(error)}
          lineNumbers={false}
          wrap
        />
      </details>
      {demo ? (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={t('crash.resetAsk')}
          confirmLabel={t('crash.reset')}
          cancelLabel={t('crash.keep')}
          onConfirm={() => void demo.reset().finally(() => window.location.reload())}
        >
          {t('crash.resetBody')}
        </ConfirmDialog>
      ) : null}
    </>
  );
}

/** Browsers word a failed dynamic import each in their own way. */
function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload/i.test(error.message)
  );
}

function detailsOf(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  return String(error);
}
