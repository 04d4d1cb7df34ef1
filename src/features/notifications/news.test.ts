import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newsOf } from './kept-news';
import {
  freshItems,
  type News,
  NO_NEWS,
  type PendingEvent,
  withEvents,
  withFinished,
  withoutItems,
  withoutPause,
  withPause,
  withRead,
  withWatched,
} from './news';

const NOW = Date.UTC(2026, 10, 22, 8);
const DAY = 86_400_000;
const RUN = { kind: 'run', region: 'cn-hangzhou', ref: 't-1' } as const;
const ENDED = { at: NOW, counts: [{ kind: 'succeeded', count: 97 }], isRead: false };

const event = (id: string, publishedAt: number | null = NOW): PendingEvent => ({
  key: `cn-hangzhou ${id} i-1`,
  eventId: id,
  instanceId: 'i-1',
  type: 'SystemMaintenance.Reboot',
  publishedAt,
});
const looked = (news: News, ...events: PendingEvent[]) => withEvents(news, 'cn-hangzhou', events, NOW);

describe('a run that ends', () => {
  it('I5: is told of once, however many look', () => {
    const watched = withWatched(NO_NEWS, RUN, NOW);
    const once = withFinished(watched, RUN, ENDED);
    expect(once.items).toMatchObject([{ kind: 'run', ref: 't-1', isRead: false, counts: ENDED.counts }]);
    expect(withFinished(once, RUN, ENDED)).toBe(once);
    expect(withFinished(withoutItems(once), RUN, ENDED).items).toEqual([]);
  });

  it('I5: is not told of when it was over before it was first seen', () => {
    expect(withFinished(NO_NEWS, RUN, ENDED)).toBe(NO_NEWS);
  });

  it('I5: is read already when its page is on screen', () => {
    const news = withFinished(withWatched(NO_NEWS, RUN, NOW), RUN, { ...ENDED, isRead: true });
    expect(freshItems(NO_NEWS, news)).toEqual([]);
    expect(news.items).toHaveLength(1);
  });

  it('I5: is waited for three days, and at most twenty are', () => {
    let news = withWatched(NO_NEWS, RUN, NOW);
    news = withWatched(news, { ...RUN, ref: 't-2' }, NOW + 3 * DAY);
    expect(news.watched.map(({ ref }) => ref)).toEqual(['t-2']);
    for (let index = 0; index < 30; index++)
      news = withWatched(news, { ...RUN, ref: `n-${index}` }, NOW + 3 * DAY);
    expect(news.watched).toHaveLength(20);
    expect(news.watched.at(-1)?.ref).toBe('n-29');
  });
});

describe('a run by the cloud’s engine', () => {
  const ENGINE = { kind: 'engine', region: 'cn-hangzhou', ref: 'exec-1' } as const;
  const WAITS = { at: NOW, isRead: false };
  const kinds = (news: News) => news.items.map(({ kind }) => kind);

  it('I5: is told of once each time it waits for a person', () => {
    const going = withWatched(NO_NEWS, ENGINE, NOW);
    const waiting = withPause(going, ENGINE, WAITS);
    expect(freshItems(going, waiting)).toMatchObject([{ kind: 'pause', ref: 'exec-1' }]);
    expect(withPause(waiting, ENGINE, WAITS)).toBe(waiting);
    const again = withoutPause(waiting, ENGINE);
    expect(withoutPause(again, ENGINE)).toBe(again);
    expect(freshItems(again, withPause(again, ENGINE, { ...WAITS, at: NOW + 1 }))).toHaveLength(1);
  });

  it('I5: that waits when it is first seen tells nobody', () => {
    const seen = withWatched(NO_NEWS, ENGINE, NOW, true);
    expect(withPause(seen, ENGINE, WAITS)).toBe(seen);
  });

  it('I5: once it goes on or ends, nothing says any more that it waits', () => {
    const waiting = withPause(withWatched(NO_NEWS, ENGINE, NOW), ENGINE, WAITS);
    expect(kinds(waiting)).toEqual(['pause']);
    expect(kinds(withoutPause(waiting, ENGINE))).toEqual([]);
    const ended = withFinished(withoutPause(waiting, ENGINE), ENGINE, { ...ENDED, outcome: 'succeeded' });
    expect(ended.items).toMatchObject([{ kind: 'engine', outcome: 'succeeded', counts: ENDED.counts }]);
    expect(ended.watched).toEqual([]);
  });

  it('I5: is kept as it was', () => {
    const other = { ...ENGINE, ref: 'exec-2' };
    let news = withFinished(withWatched(NO_NEWS, ENGINE, NOW), ENGINE, { ...ENDED, outcome: 'failed' });
    news = withPause(withWatched(news, other, NOW), other, WAITS);
    expect(newsOf(JSON.parse(JSON.stringify(news)))).toEqual(news);
  });
});

describe('system events', () => {
  it('I5: the first look at a region is not news; what comes after is, once', () => {
    const first = looked(NO_NEWS, event('e-1'));
    expect(first.items).toEqual([]);
    const second = looked(first, event('e-1'), event('e-2'));
    expect(freshItems(first, second)).toMatchObject([{ kind: 'event', ref: 'e-2', instanceId: 'i-1' }]);
    expect(looked(second, event('e-2'), event('e-1'))).toBe(second);
  });

  it('I5: another region is looked at by itself', () => {
    const first = looked(NO_NEWS, event('e-1'));
    expect(withEvents(first, 'cn-beijing', [event('e-9')], NOW).items).toEqual([]);
  });

  it('I5: one that ended is no news, and nothing is read twice', () => {
    const first = looked(NO_NEWS, event('e-1'), event('e-2'));
    expect(looked(first, event('e-1')).items).toEqual([]);
  });

  it('I5: many at once are one', () => {
    const many = Array.from({ length: 7 }, (_, index) => event(`e-${index}`));
    expect(looked(looked(NO_NEWS), ...many).items).toMatchObject([{ kind: 'events', count: 7 }]);
  });

  it('I5: the newest announced stands first', () => {
    const news = looked(looked(NO_NEWS), event('e-1', NOW - DAY), event('e-2', NOW));
    expect(news.items.map((item) => 'ref' in item && item.ref)).toEqual(['e-2', 'e-1']);
  });
});

describe('what is kept', () => {
  it('I5: can be read and cleared; what was seen stays seen', () => {
    const news = looked(looked(NO_NEWS), event('e-1'));
    const read = withRead(news, () => true);
    expect(read.items.every(({ isRead }) => isRead)).toBe(true);
    expect(withRead(read, () => true)).toBe(read);
    const cleared = withoutItems(read);
    expect(looked(cleared, event('e-1'))).toBe(cleared);
  });

  it('I5: comes back as it was, without names or outputs', () => {
    const news = withFinished(withWatched(looked(looked(NO_NEWS), event('e-1')), RUN, NOW), RUN, ENDED);
    const again = withWatched(news, { ...RUN, ref: 't-2' }, NOW);
    expect(newsOf(JSON.parse(JSON.stringify(again)))).toEqual(again);
    expect(Object.keys(again.items[0]!).toSorted()).toEqual([
      'at',
      'counts',
      'id',
      'isRead',
      'kind',
      'ref',
      'region',
    ]);
  });

  it('I5: whatever stands in the store is read without harm', () => {
    const shaped = fc.record({
      version: fc.constantFrom(1, 2),
      items: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
      watched: fc.jsonValue(),
      seen: fc.jsonValue(),
    });
    fc.assert(
      fc.property(fc.oneof(shaped, fc.jsonValue()), (value) => {
        const news = looked(newsOf(value), event('e-1'));
        expect(news.seen['cn-hangzhou']).toEqual(['cn-hangzhou e-1 i-1']);
      }),
    );
  });
});
