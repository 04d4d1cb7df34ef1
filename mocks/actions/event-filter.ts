import type { EventView } from '../events/event-view';
import { Fault } from '../fault';
import { parseFilterTime } from './filter-time';
import type { PagingRules } from './paging';
import type { ParamReader } from './params';

const MAX_IDS = 100;
const MAX_TYPES = 30;

/** How the event actions page, and refuse to (contract 7). */
export const EVENT_PAGING: PagingRules = {
  defaultSize: 10,
  maxSize: 100,
  minResults: 10,
  code: 'InvalidParameter',
  status: 403,
};

export const invalid = (name: string) =>
  new Fault('InvalidParameter', 403, `The specified parameter "${name}" is not valid.`);

/** The value, or the event actions' own refusal: 404. */
export function mandatory(params: ParamReader, name: string): string {
  const value = params.text(name);
  if (value === undefined) throw missing(name);
  return value;
}

/** 1 to 100 values. */
export function mandatoryList(params: ParamReader, name: string, tooMany: Fault): string[] {
  const values = [...new Set(params.list(name))];
  if (values.length === 0) throw missing(name);
  if (values.length > MAX_IDS) throw tooMany;
  return values;
}

function missing(name: string): Fault {
  const message = `The input parameter "${name}" that is mandatory for processing this request is not supplied.`;
  return new Fault('MissingParameter', 404, message);
}

/** `yyyy-MM-ddTHH:mm:ssZ` as epoch ms. */
export function mandatoryTime(params: ParamReader, name: string): number {
  return parseFilterTime(mandatory(params, name)) ?? refuse(name);
}

function refuse(name: string): never {
  throw invalid(name);
}

type Test = (event: EventView) => boolean;

/** What a request says about the events it wants, without their states. */
export interface EventFilter {
  /** Any filter was sent. */
  any: boolean;
  /** Ids were named. */
  named: boolean;
  /** Ids were named, or a time from which on: whoever does that may see the whole history. */
  reachesBack: boolean;
  matches: Test;
}

/** Both ends in UTC with seconds, both included, the second not before the first. */
function spanTest(params: ParamReader, name: string, timeOf: (event: EventView) => number): Test | null {
  const bound = (end: 'Start' | 'End') => {
    const text = params.text(`${name}.${end}`);
    if (text === undefined) return null;
    return parseFilterTime(text) ?? refuse(`${name}.${end}`);
  };
  const start = bound('Start') ?? -Infinity;
  const end = bound('End') ?? Infinity;
  if (end < start) {
    throw new Fault('InvalidParameter.TimeEndBeforeStart', 403, 'The end time is before the start time.');
  }
  if (start === -Infinity && end === Infinity) return null;
  return (event) => timeOf(event) >= start && timeOf(event) <= end;
}

/** Filters of both event lists (contract 7). Times are compared in whole seconds, as they are sent. */
export function readEventFilter(params: ParamReader): EventFilter {
  const ids = new Set(params.list('EventId'));
  if (ids.size > MAX_IDS) {
    throw new Fault('EventIdLimitExceeded', 403, 'The number of event IDs exceeds the upper limit.');
  }
  const types = new Set(params.list('InstanceEventType'));
  if (types.size > MAX_TYPES) throw invalid('InstanceEventType');
  const single = params.text('EventType');
  if (types.size === 0 && single !== undefined) types.add(single);

  const seconds = (time: number) => Math.floor(time / 1000) * 1000;
  const tests = [
    ids.size > 0 ? (event: EventView) => ids.has(event.plan.eventId) : null,
    types.size > 0 ? (event: EventView) => types.has(event.plan.type) : null,
    spanTest(params, 'NotBefore', (event) => seconds(event.notBefore)),
    spanTest(params, 'EventPublishTime', (event) => seconds(event.plan.publishedAt)),
  ].filter((test) => test !== null);
  return {
    any: tests.length > 0,
    named: ids.size > 0,
    reachesBack:
      ids.size > 0 || params.has('NotBefore.Start') || params.text('EventPublishTime.Start') !== undefined,
    matches: (event) => tests.every((test) => test(event)),
  };
}
