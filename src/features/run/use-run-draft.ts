import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { type Attempt, nextAttempt } from '@/api/attempt';
import { newClientToken } from '@/api/rpc';
import type { PickedInstance } from '@/features/instances';
import { type BatchSettings, NO_BATCHES } from './split/batch-settings';
import { forgetDraft, keepDraft, readDraft } from './draft-store';
import { askedRunOf, instancesOf, MOST_IN_ADDRESS, withInstances } from './run-paths';
import { valueOf } from './run-request';
import type { RunWhen } from './schedule-facts';

export type Selection = ReadonlyMap<string, PickedInstance>;

export interface RunDraftState {
  selected: Selection;
  setSelected(change: (selected: Selection) => Selection): void;
  /** Values by parameter name, also of those left empty. */
  values: Readonly<Record<string, string>>;
  setValue(name: string, value: string): void;
  when: RunWhen;
  setWhen(when: RunWhen): void;
  batches: BatchSettings;
  setBatches(batches: BatchSettings): void;
  /** Whether leaving would lose a choice. */
  unsaved: boolean;
  /** What was sent, now or before a reload, and has no answer yet. */
  attempt: Attempt | undefined;
  /** Notes that a request is about to be sent, and gives its ClientToken. */
  begin(request: object): string;
  /** It was refused: nothing runs, and sending it again is a new attempt. */
  refused(): void;
  /** It is sent, or given up: nothing is kept any longer. */
  forget(): void;
}

/**
 * The choices of one run. They are kept in this tab, and the instances stand in the address too, so that the view can be
 * linked and reloaded. An address that names instances wins over what was kept.
 *
 * @param asked values to begin with, when nothing was kept
 */
export function useRunDraft(
  region: string,
  commandId: string,
  asked: Readonly<Record<string, string>>,
): RunDraftState {
  const { search, state: locationState } = useLocation();
  const navigate = useNavigate();
  const [opening] = useState(() => openingOf(region, commandId, search, asked));
  const [selected, setSelected] = useState<Selection>(opening.selected);
  const [values, setValues] = useState(opening.values);
  const [when, setWhen] = useState(opening.when);
  const [batches, setBatches] = useState(opening.batches);
  const [attempt, setAttempt] = useState(opening.attempt);
  const over = useRef(false);

  const ids = [...selected.keys()];
  const { baseline } = opening;
  const names = Object.keys({ ...values, ...baseline.values });
  const typed = names.some((name) => valueOf(values, name) !== valueOf(baseline.values, name));
  const moved = ids.toSorted().join() !== baseline.instances.toSorted().join();
  const timed =
    when.scheduled !== baseline.when.scheduled || (when.scheduled && when.cron !== baseline.when.cron);
  const split = JSON.stringify(batches) !== JSON.stringify(NO_BATCHES);
  const unsaved = typed || moved || timed || split;
  const isTold = ids.length <= MOST_IN_ADDRESS;

  const keep = (latest: Attempt | undefined) => {
    if (over.current) return;
    if (!unsaved && isTold && latest === undefined) forgetDraft(region, commandId);
    else {
      const draft = {
        parameters: values,
        instances: [...selected.values()],
        when,
        batches,
        asked: opening.asked,
      };
      keepDraft(region, commandId, latest === undefined ? draft : { ...draft, attempt: latest });
    }
  };
  useEffect(() => keep(attempt));

  const address = withInstances(search, isTold ? ids : []);
  useEffect(() => {
    if (address !== search && !over.current)
      void navigate({ search: address }, { replace: true, state: locationState });
    // Only a changed choice writes the address; a changed address does not write itself back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [address]);

  return {
    selected,
    setSelected,
    values,
    setValue: (name, value) => setValues((now) => ({ ...now, [name]: value })),
    when,
    setWhen,
    batches,
    setBatches,
    unsaved,
    attempt,
    begin: (request) => {
      const next = nextAttempt(attempt, request, newClientToken);
      setAttempt(next);
      // At once: the page may be reloaded before it is drawn again.
      keep(next);
      return next.token;
    },
    refused: () => {
      setAttempt(undefined);
      // Also when the sheet was left meanwhile and is not drawn again.
      keep(undefined);
    },
    forget: () => {
      over.current = true;
      forgetDraft(region, commandId);
    },
  };
}

const AT_ONCE: RunWhen = { scheduled: false, cron: '' };

function openingOf(
  region: string,
  commandId: string,
  search: string,
  parameters: Readonly<Record<string, string>>,
) {
  const asked = askedRunOf(search);
  const askedIds = instancesOf(search);
  const stored = readDraft(region, commandId);
  // A link with other values than those the kept choices began with is another run.
  const kept = asked.text === '' || stored?.asked === asked.text ? stored : null;
  const known = new Map(stored?.instances.map((instance) => [instance.instanceId, instance]));
  const ids = askedIds.length > 0 ? askedIds : [...(kept ? known.keys() : [])];
  const wished: RunWhen = asked.cron === null ? AT_ONCE : { scheduled: true, cron: asked.cron };
  return {
    selected: new Map(ids.map((id) => [id, known.get(id) ?? unknownInstance(id)])),
    values: kept?.parameters ?? { ...parameters },
    when: kept ? (kept.when ?? AT_ONCE) : wished,
    batches: kept?.batches ?? NO_BATCHES,
    asked: asked.text,
    attempt: stored?.attempt,
    /** What the sheet was opened with by someone else: leaving it as it is loses nothing. */
    baseline: kept
      ? { instances: [], values: {}, when: AT_ONCE }
      : { instances: askedIds, values: { ...parameters }, when: wished },
  };
}

/** An instance of which only the ID is known yet. */
function unknownInstance(instanceId: string): PickedInstance {
  return { instanceId, name: instanceId, privateIp: '', osName: '', zoneId: '' };
}
