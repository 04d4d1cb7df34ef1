import { toCli } from '@/api/cli';
import type { CatalogAction } from '@/api/catalog';
import type { Params } from '@/api/rpc';
import { Rich } from '@/i18n/Rich';
import { useRegionName } from '@/i18n/region-name';
import { useTranslation } from '@/i18n/use-translation';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Note } from '@/ui/Note';
import { useActionWords } from './use-action-words';

export interface SendDialogProps {
  action: CatalogAction;
  /** Without secrets. */
  shown: Params;
  hasFaults: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  onConfirm(): void;
}

/** Says what a write will do, and where, before it is sent. */
export function SendDialog({ action, shown, hasFaults, open, onOpenChange, onConfirm }: SendDialogProps) {
  const { t } = useTranslation('explorer');
  const { purposes } = useActionWords();
  const regionName = useRegionName();
  const regionId = String(shown['RegionId'] ?? '');
  const region = regionName(regionId, '');
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('ask.title', { action: action.name })}
      confirmLabel={t('ask.confirm', { action: action.name })}
      cancelLabel={t('ask.cancel')}
      danger={/^(?:Delete|Reboot|Cancel|Stop|Disable)/.test(action.name)}
      onConfirm={onConfirm}
      width={520}
    >
      <div className="flex flex-col gap-3">
        <p>{purposes[action.name]}</p>
        <p>
          <Rich
            text={t('ask.body')}
            parts={{
              region:
                regionId === '' ? (
                  <b>{t('ask.noRegion')}</b>
                ) : (
                  <>
                    {region ? <b>{region} </b> : null}
                    <span className="code whitespace-nowrap">{regionId}</span>
                  </>
                ),
            }}
          />
        </p>
        {hasFaults ? <Note tone="warn">{t('ask.faults')}</Note> : null}
        <CliLine line={toCli(action.product, action.name, shown)} />
      </div>
    </ConfirmDialog>
  );
}
