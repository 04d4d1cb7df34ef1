import { FilterChip } from './FilterChip';
import { TextField } from './TextField';

const ENDS = ['from', 'to'] as const;

/** How far back a list goes. */
export interface ChosenRange<Range extends string> {
  /** `custom`: the days from and to. */
  range: Range;
  /** Days of a custom range, `yyyy-MM-dd`, both included; `''`: open. */
  from: string;
  to: string;
}

export interface RangeFilterProps<Range extends string> {
  label: string;
  ranges: readonly Range[];
  /** What is shown while nothing was chosen. */
  defaultRange: Range;
  value: ChosenRange<Range>;
  nameOf(range: Range): string;
  /** What the two days of a custom range are called. */
  nameOfEnd(end: 'from' | 'to'): string;
  onChange(change: Partial<ChosenRange<Range>>): void;
}

/** The filter of a list by time: a span back from now, or the days between two. */
export function RangeFilter<Range extends string>({
  label,
  ranges,
  defaultRange,
  value,
  nameOf,
  nameOfEnd,
  onChange,
}: RangeFilterProps<Range>) {
  const others = ranges.filter((range) => range !== defaultRange);
  return (
    <>
      <FilterChip
        label={label}
        anyLabel={nameOf(defaultRange)}
        value={value.range === defaultRange ? null : value.range}
        options={others.map((range) => ({ value: range, label: nameOf(range) }))}
        onValueChange={(chosen) =>
          onChange({ range: others.find((range) => range === chosen) ?? defaultRange })
        }
      />
      {value.range === 'custom'
        ? ENDS.map((end) => (
            <TextField
              key={end}
              hiddenLabel
              label={nameOfEnd(end)}
              title={nameOfEnd(end)}
              type="date"
              className="w-36"
              value={value[end]}
              onChange={(event) =>
                onChange(end === 'from' ? { from: event.target.value } : { to: event.target.value })
              }
            />
          ))
        : null}
    </>
  );
}
