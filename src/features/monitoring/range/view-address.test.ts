import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANGE_PRESETS } from '@/domain/monitor-period';
import { type ChartView, DEFAULT_VIEW, readView, writeView } from './view-address';

const MINUTE = 60_000;

const view = (search: string) => readView(new URLSearchParams(search));

describe('the view in the address', () => {
  it('G2: reads preset, custom range, period, unit and table', () => {
    expect(view('')).toEqual(DEFAULT_VIEW);
    expect(view('range=30d&period=3600&unit=byte&view=table')).toEqual({
      range: { preset: '30d' },
      period: 3600,
      traffic: 'byte',
      isTable: true,
    });
    expect(view('from=2026-11-23T00:32Z&to=2026-11-23T06:32Z').range).toEqual({
      span: { from: Date.UTC(2026, 10, 23, 0, 32), to: Date.UTC(2026, 10, 23, 6, 32) },
    });
  });

  it.each([
    'range=2h',
    'from=yesterday&to=today',
    'from=2026-11-23T00:32Z',
    'from=2026-13-45T00:32Z&to=2026-11-23T06:32Z',
    'from=2026-11-23T00:32&to=2026-11-23T06:32',
    'period=0&unit=furlong&view=pie',
    'period=-60',
  ])('G2: a malformed address reads as if it said nothing: %s', (search) => {
    expect(view(search)).toEqual(DEFAULT_VIEW);
  });

  const minute = fc.integer({ min: 0, max: 40_000_000 }).map((count) => count * MINUTE);
  const anyView: fc.Arbitrary<ChartView> = fc.record({
    range: fc.oneof(
      fc.constantFrom(...RANGE_PRESETS).map((preset) => ({ preset })),
      fc.record({ from: minute, to: minute }).map((span) => ({ span })),
    ),
    period: fc.option(fc.constantFrom(60, 600, 3600)),
    traffic: fc.constantFrom('bit' as const, 'byte' as const),
    isTable: fc.boolean(),
  });

  it('G2: what is written is read again, and parameters of others stay', () => {
    fc.assert(
      fc.property(anyView, (shown) => {
        const written = writeView(new URLSearchParams('metric=cpu&range=7d&from=x'), shown);
        expect(readView(written)).toEqual(shown);
        expect(written.get('metric')).toBe('cpu');
      }),
    );
  });

  it('G2: the default view leaves the address clean', () => {
    expect(writeView(new URLSearchParams('range=7d&period=600&view=table'), DEFAULT_VIEW).toString()).toBe(
      '',
    );
  });
});
