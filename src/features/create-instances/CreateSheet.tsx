import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import { serverNow } from '@/api/server-clock';
import { amountOf } from '@/domain/instance-creation';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { RestoredNote } from '@/ui/RestoredNote';
import { useLeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/Note';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toasts';
import { useAddress } from '@/ui/use-address';
import { useDocumentTitle } from '@/ui/use-document-title';
import { callParams, creationRequest, withPassword } from './create-request';
import { keepSent } from './draft-store';
import { ChecksPanel } from './form/ChecksPanel';
import { FieldsColumn } from './form/FieldsColumn';
import { placeOf, type Opening } from './form/opening';
import { ResultNote, useRefusalWords } from './form/ResultNote';
import { TakeFromDialog } from './form/TakeFromDialog';
import { useChecks } from './form/use-checks';
import { useCreate } from './form/use-create';
import { useCreationForm } from './form/use-creation-form';
import { creationPaths } from './paths';
import { useTypeStock } from './queries';
import { refusalOf } from './refusals';
import { readStockAddress } from './stock/stock-address';
import { levelAt, stockTable } from './stock/stock-rows';
import { StockColumn } from './stock/StockColumn';

interface CreateSheetProps {
  region: string;
  opening: Opening;
  onClose(): void;
}

const COLUMNS =
  'grid min-h-0 flex-1 grid-cols-[minmax(0,1.32fr)_minmax(0,1fr)_244px] min-[1400px]:grid-cols-[minmax(0,1.36fr)_minmax(0,1fr)_272px]';

/** Makes instances as the manual advises: look at the stock first, then create, then follow them (2.3). */
export function CreateSheet({ region, opening, onClose }: CreateSheetProps) {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const regionName = useRegionName()(region);
  const navigate = useNavigate();
  const [params] = useAddress();
  const asked = readStockAddress(params);
  const [dialog, setDialog] = useState<'takeFrom' | 'confirm' | null>(null);
  const where = useRef<HTMLDivElement>(null);
  const form = useCreationForm(region, opening);
  const { draft } = form;
  const guard = useLeaveGuard(form.unsaved);
  const stock = useTypeStock(region, { ...asked, chargeType: draft.chargeType });
  const table = stock.data && stockTable(stock.data);
  const checks = useChecks(region, form, levelAt(table, draft.zoneId, draft.instanceType));
  const refusalWords = useRefusalWords();
  const request = creationRequest(region, draft);
  const paths = creationPaths(region);
  const isPlaced = draft.instanceType !== '' && draft.zoneId !== '';
  const amount = amountOf(draft);
  const count = amount ?? 0;
  const figures = {
    count,
    number: format.number(count),
    type: draft.instanceType,
    zone: draft.zoneId,
    region: regionName,
  };
  useDocumentTitle(t('title.document'));

  const create = useCreate({
    request,
    form,
    made: ({ InstanceIds: ids }, here) => {
      form.forget();
      guard.release();
      const first = ids[0];
      if (first !== undefined) keepSent(region, first, draft);
      const to =
        first === undefined ? paths.instances : paths.progress({ ids, asked: count, since: serverNow() });
      toast({
        tone: 'ok',
        title: t('made.title', { count: ids.length, number: format.number(ids.length) }),
        link: { to, label: t('made.link') },
      });
      // In place of the form, which Back need not open again.
      if (here) void navigate(to, { replace: true });
    },
    lost: (how, error) =>
      toast({
        tone: how === 'refused' ? 'danger' : 'warn',
        title: t(`result.${how}`),
        body: how === 'refused' ? refusalWords(error) : t('result.unansweredAway'),
        link: { to: paths.create, label: t('title.document') },
        timeoutMs: 0,
      }),
    refused: (error) => {
      const { field } = refusalOf(error.code);
      form.setRefused(field === null ? null : { field, words: refusalWords(error) });
    },
  });
  const { state } = create;
  const blocker = checks.find((check) => check.blocks);
  const close = () => guard.guard(onClose);
  const cli = toCli('ecs', 'RunInstances', callParams(withPassword(request, draft, form.password)));

  return (
    <>
      <Sheet
        open
        onOpenChange={close}
        title={isPlaced && amount !== null ? t('title.of', figures) : t('title.empty')}
        rest={isPlaced ? t('title.rest', figures) : t('title.emptyRest', figures)}
        initialFocus={() => where.current?.querySelector('input') ?? null}
        footer={
          <>
            <CliLine className="flex-1" label={t('cli')} line={cli} />
            <Button variant="quiet" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button
              writes
              busy={state.phase === 'checking' && t('action.checking')}
              disabledReason={blocker?.title}
              onClick={() => void create.check()}
            >
              {t('action.check')}
            </Button>
            <Button
              variant="primary"
              writes
              icon={Plus}
              busy={state.phase === 'sending' && t('action.creating')}
              disabledReason={blocker?.title}
              onClick={() => {
                form.showAll();
                setDialog('confirm');
              }}
            >
              {amount === null ? t('title.empty') : t('action.create', figures)}
            </Button>
          </>
        }
      >
        <div className="flex flex-none flex-col gap-2 px-6 pb-1 empty:hidden">
          {opening.missing === null ? null : (
            <Note tone="info" role="status" title={t('again.title', { count: opening.missing })}>
              {t('again.body')}
            </Note>
          )}
          {form.restored && form.unsaved ? (
            <RestoredNote discardLabel={t('restored.discard')} onDiscard={form.discard}>
              {t('restored.body')}
            </RestoredNote>
          ) : null}
        </div>
        <div ref={where} className={COLUMNS}>
          <StockColumn
            region={region}
            stock={stock}
            table={table}
            chosen={draft}
            onChoose={(place) => form.change(place)}
          />
          <FieldsColumn region={region} form={form} onTakeFrom={() => setDialog('takeFrom')} />
          <ChecksPanel checks={checks} />
        </div>
        <ResultNote state={state} draft={draft} />
      </Sheet>
      {dialog === 'takeFrom' ? (
        <TakeFromDialog
          region={region}
          onClose={() => setDialog(null)}
          onTake={(instance) => {
            form.change(placeOf(instance));
            setDialog(null);
          }}
        />
      ) : null}
      <ConfirmDialog
        open={dialog === 'confirm'}
        onOpenChange={(open) => setDialog(open ? 'confirm' : null)}
        danger={false}
        width={520}
        title={t('confirm.title', figures)}
        confirmLabel={t('action.create', figures)}
        cancelLabel={t('confirm.back')}
        onConfirm={() => {
          setDialog(null);
          void create.send();
        }}
      >
        <p>{t('confirm.what', figures)}</p>
        <p>{t(`confirm.charge.${draft.chargeType}`, figures)}</p>
        <p>
          {draft.minAmount.trim() === '' ? t('confirm.each') : t('confirm.least', { least: draft.minAmount })}
        </p>
        <CliLine label={t('cli')} line={cli} />
      </ConfirmDialog>
      <LeaveDialog
        guard={guard}
        title={t('leave.title')}
        stayLabel={t('leave.stay')}
        discardLabel={t('leave.discard')}
        keepLabel={t('leave.keep')}
        onDiscard={form.forget}
      >
        {t('leave.body')}
      </LeaveDialog>
    </>
  );
}
