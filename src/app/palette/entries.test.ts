import fc from 'fast-check';
import { Server } from 'lucide-react';
import { describe, expect, it } from 'vitest';
import { hitParts, matchGroups } from './entries';

const groups = [
  {
    id: 'pages',
    label: 'Go to',
    entries: [
      { id: 'commands', label: 'Commands', icon: Server, keywords: 'scripts' },
      { id: 'instances', label: 'Instances', icon: Server },
    ],
  },
  {
    id: 'regions',
    label: 'Regions',
    entries: [{ id: 'r', label: 'China (Beijing)', detail: 'cn-beijing', icon: Server }],
  },
];

describe('matchGroups', () => {
  it.each([
    ['', ['commands', 'instances', 'r']],
    ['COMM', ['commands']],
    ['script', ['commands']],
    ['china beij', ['r']],
    ['cn-bei', ['r']],
    ['nothing', []],
  ])('J4: "%s" finds %j', (text, found) => {
    expect(matchGroups(groups, text).flatMap((group) => group.entries.map(({ id }) => id))).toEqual(found);
  });
});

describe('hitParts', () => {
  it('J4: sets off every hit, whatever its case', () => {
    expect(hitParts('web-prod-07', 'PROD 07')).toEqual([
      { text: 'web-', hit: false },
      { text: 'prod', hit: true },
      { text: '-', hit: false },
      { text: '07', hit: true },
    ]);
  });

  it('J4: loses and adds no letter, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (label, text) => {
        expect(
          hitParts(label, text)
            .map((part) => part.text)
            .join(''),
        ).toBe(label);
      }),
    );
  });
});
