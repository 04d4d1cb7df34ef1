import { ArrowUp } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { MOST_DRAWN, useFleet } from '@/features/monitoring';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { type FleetRow, fleetRows } from './fleet-rows';
import { FULL, type Loads, LoadStrip } from './LoadStrip';
import { Panel } from './Panel';
import { overviewPaths } from './paths';
import { readingOf } from './reading';

/** The map needs the load alone: health stands beside it. */
const LOAD = ['cpu'] as const;
const MOST_ROWS = 12;
/** Rows no longer than this stand side by side. */
const FEW = 8;
/** From here on a vCPU counts as hot. */
const HOT = 85;
const SHADES = [0, 1, 2, 3, 4, 5] as const;

const NO_LOADS: Loads = new Map();

/** Every instance of the region a cell, shaded by its vCPU: the whole fleet at a look. */
export function FleetPanel({ region }: { region: string }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const { fleet, instances, figureOf } = useFleet(region, LOAD);
  const cpu = figureOf('cpu');
  const rows = useMemo(() => fleetRows(instances, MOST_ROWS), [instances]);
  const [told, setTold] = useState<string | null>(null);
  const total = fleet.data?.total ?? 0;
  const isFew = rows.every((row) => row.instances.length <= FEW);
  return (
    <Panel
      title={
        total > MOST_DRAWN
          ? t('fleet.newest', { drawn: format.number(MOST_DRAWN), total: format.number(total) })
          : t('fleet.title')
      }
      aside={
        <>
          {told === null ? <Legend /> : <span className="text-xs text-text-muted">{told}</span>}
          <Link to={overviewPaths(region).monitoring}>{t('fleet.monitoring')}</Link>
        </>
      }
      reading={readingOf([fleet, cpu])}
      failedTitle={t(fleet.data ? 'fleet.loads' : 'fleet.failed')}
      lines={6}
      className="min-h-[calc(6*var(--line))]"
    >
      {() =>
        total === 0 ? (
          <p className="flex h-(--line) items-center text-text-muted">{t('fleet.empty')}</p>
        ) : (
          <ul className={cx('grid gap-x-8', isFew ? 'grid-cols-2' : 'grid-cols-1')}>
            {rows.map((row) => (
              <Row
                key={row.name ?? ''}
                region={region}
                row={row}
                loads={cpu.data ?? NO_LOADS}
                onTell={setTold}
              />
            ))}
          </ul>
        )
      }
    </Panel>
  );
}

function Legend() {
  const format = useFormat();
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-text-muted" aria-hidden>
      0
      <span className="flex gap-0.5">
        {SHADES.map((heat) => (
          <span
            key={heat}
            className="h-2.5 w-4 rounded-[2px] forced-color-adjust-none"
            style={{ background: `var(--color-heat-${heat})` }}
          />
        ))}
      </span>
      {format.percent(1)}
    </span>
  );
}

interface RowProps {
  region: string;
  row: FleetRow;
  loads: Loads;
  onTell(text: string | null): void;
}

/** The row's name leads to its instances, a cell to the charts of one of them. */
const Row = memo(function Row({ region, row: { kind, name, instances }, loads, onTell }: RowProps) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const paths = overviewPaths(region);
  const hot = instances.filter(({ id }) => (loads.get(id) ?? 0) >= HOT).length;
  const label = name ?? t('fleet.others');
  // Zones are rows of many instances: these are drawn smaller.
  const isSmall = kind === 'zone';
  const to =
    name === null ? paths.monitoring : isSmall ? paths.instancesOf(name) : paths.instancesNamed(name);
  return (
    <li className="flex items-start gap-2.5 py-1">
      <Link
        to={to}
        className="-mx-2 flex w-[138px] flex-none gap-2 rounded-sm px-2 leading-(--cell) text-text hover:bg-hover hover:no-underline"
        aria-label={t('fleet.row', {
          name: label,
          count: instances.length,
          number: format.number(instances.length),
          hot: format.number(hot),
          share: format.percent(HOT / FULL),
        })}
      >
        <span className="min-w-0 flex-1 truncate" title={label}>
          {label}
        </span>
        <span className="text-text-subtle">{format.number(instances.length)}</span>
      </Link>
      <LoadStrip
        label={label}
        instances={instances}
        loads={loads}
        isSmall={isSmall}
        pathOf={paths.load}
        onTell={onTell}
      />
      <span className="w-[84px] flex-none text-right text-xs leading-(--cell) whitespace-nowrap">
        {hot > 0 ? (
          <>
            <ArrowUp className="size-3.5" aria-hidden />
            {t('fleet.hot', { number: format.number(hot), share: format.percent(HOT / FULL) })}
          </>
        ) : null}
      </span>
    </li>
  );
});
