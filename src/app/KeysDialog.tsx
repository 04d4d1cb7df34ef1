import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Kbd } from '@/ui/Kbd';
import { GO_KEYS, GO_PAGES } from './go-keys';
import { usePanels } from './panels';
import { PALETTE_KEYS } from './TopBar';

/** Keys of a row; an inner list is a sequence, pressed one after the other. */
type Row = readonly [label: string, keys: readonly string[]];

export default function KeysDialog() {
  const { t } = useTranslation('frame');
  const close = usePanels((panels) => panels.close);
  const everywhere: readonly Row[] = [
    [t('keys.palette'), [PALETTE_KEYS]],
    [t('keys.keys'), ['?']],
    [t('keys.close'), ['Esc']],
  ];
  const pages = GO_PAGES.map((page): Row => [t(`nav.${page}`), ['g', GO_KEYS[page]]]);
  const lists: readonly Row[] = [
    [t('keys.search'), ['/']],
    [t('keys.move'), ['↑', '↓']],
    [t('keys.select'), ['Space']],
    [t('keys.range'), ['Shift Space']],
    [t('keys.open'), ['Enter']],
    [t('keys.editorOut'), ['Esc', 'Tab']],
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
      title={t('keys.title')}
      width={560}
      footer={<Button onClick={close}>{t('keys.dismiss')}</Button>}
    >
      <div className="grid grid-cols-2 gap-x-8">
        <div className="flex flex-col gap-5">
          <KeyTable title={t('keys.everywhere')} rows={everywhere} />
          <KeyTable title={t('keys.lists')} rows={lists} />
        </div>
        <KeyTable title={t('keys.pages')} rows={pages} />
      </div>
    </Dialog>
  );
}

function KeyTable({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <section>
      <h3 className="pb-1">{title}</h3>
      <dl>
        {rows.map(([label, keys]) => (
          <div key={label} className="flex h-7 items-center gap-1">
            <dt className="flex-1 text-text-muted">{label}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
