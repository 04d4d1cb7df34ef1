import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import type { InstanceFilters } from '../instance-filters';
import { systemLabel } from '../system-label';
import { type Added, type AddOptions, addTargets } from './add-targets';
import { findMatching, type Matching } from './find-matching';
import type { InstancePickerProps } from './InstancePicker';

export type PickMatchingState =
  | { phase: 'idle' }
  | { phase: 'reading'; looked: number; total: number }
  | ({ phase: 'done' } & Omit<Added, 'picked'> & Pick<Matching, 'unread' | 'agentsUnread'>)
  | { phase: 'failed'; error: unknown };

export interface PickMatching {
  state: PickMatchingState;
  start(): void;
  giveUp(): void;
  /** Takes away what was added, and nothing else. */
  undo(): void;
}

const IDLE: PickMatchingState = { phase: 'idle' };

/**
 * Adds everything that answers the filters and can run the command to the selection, from all pages, as far as a run takes
 * it. Nothing is added before all was read. Begun anew (by a `key`) when what is asked for changes.
 */
export function usePickMatching(props: InstancePickerProps, filters: InstanceFilters): PickMatching {
  const { region, commandType, limits, maximum, selected, onChange } = props;
  const api = useApi();
  const { i18n } = useTranslation();
  const [state, setState] = useState<PickMatchingState>(IDLE);
  const reading = useRef<AbortController>(undefined);
  // Rows may be ticked while the pages are read.
  const latest = useRef({ selected, onChange });
  useEffect(() => {
    latest.current = { selected, onChange };
  });
  useEffect(() => () => reading.current?.abort(), []);

  const options: AddOptions = {
    type: commandType,
    limits,
    maximum,
    systemOf: (instance) => systemLabel(instance, i18n.language),
  };
  const read = async ({ signal }: AbortController) => {
    setState({ phase: 'reading', looked: 0, total: 0 });
    try {
      const { instances, agents, ...rest } = await findMatching(api, region, filters, {
        signal,
        isEnough: (found, known) =>
          addTargets({ instances: found, agents: known }, latest.current.selected, options).surplus.length >
          0,
        onProgress: (looked, total) => {
          if (!signal.aborted) setState({ phase: 'reading', looked, total });
        },
      });
      if (signal.aborted) return;
      const { picked, ...added } = addTargets({ instances, agents }, latest.current.selected, options);
      if (added.added.length > 0) latest.current.onChange(picked);
      setState({ phase: 'done', ...added, ...rest });
    } catch (error) {
      if (!signal.aborted) setState({ phase: 'failed', error });
    }
  };

  return {
    state,
    start: () => {
      reading.current?.abort();
      reading.current = new AbortController();
      void read(reading.current);
    },
    giveUp: () => {
      reading.current?.abort();
      setState(IDLE);
    },
    undo: () => {
      if (state.phase !== 'done') return;
      const added = new Set(state.added.map(({ instanceId }) => instanceId));
      onChange(new Map([...selected].filter(([id]) => !added.has(id))));
      setState(IDLE);
    },
  };
}
