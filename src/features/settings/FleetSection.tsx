import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { DemoControl } from '@/api/demo-control';
import { useFormat } from '@/i18n/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Segmented } from '@/ui/Segmented';
import { useDemoSnapshot } from './demo-snapshot';
import { Labelled, Section } from './Section';
import { useDemoAct } from './use-demo-act';

const FLEET_SIZES = [60, 1_000, 10_000] as const;

export function FleetSection({ demo }: { demo: DemoControl }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { fleetSize } = useDemoSnapshot();
  const [asked, setAsked] = useState<number | null>(null);
  const change = useDemoAct(
    (count: number) => demo.setFleetSize(count),
    (count) => t('fleet.done', { size: format.number(count) }),
  );
  const confirm = () => {
    if (asked !== null) change.mutate(asked, { onSettled: () => setAsked(null) });
  };
  return (
    <Section title={t('fleet.title')} lede={t('fleet.lede')}>
      <Labelled label={t('fleet.size')}>
        <Segmented
          label={t('fleet.size')}
          value={String(fleetSize)}
          onValueChange={(value) => setAsked(Number(value))}
          options={FLEET_SIZES.map((size) => ({ value: String(size), label: format.number(size) }))}
        />
      </Labelled>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null);
        }}
        danger={false}
        title={t('fleet.ask', { size: format.number(asked ?? fleetSize) })}
        confirmLabel={t('fleet.change')}
        cancelLabel={t('keep')}
        busy={change.isPending && t('fleet.changing')}
        onConfirm={confirm}
      >
        {t('fleet.keeps')}
      </ConfirmDialog>
    </Section>
  );
}
