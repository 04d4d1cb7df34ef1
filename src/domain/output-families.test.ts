import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, familyLetter, outputFamilies, tellingLines } from './output-families';

const answer = (instanceId: string, output: string, members: Partial<Answer> = {}): Answer => ({
  instanceId,
  outcome: 'succeeded',
  exitCode: 0,
  errorCode: '',
  output,
  ...members,
});

const answers = fc.uniqueArray(
  fc.record<Answer>({
    instanceId: fc.stringMatching(/^i-[a-z0-9]{1,6}$/),
    outcome: fc.constantFrom('succeeded', 'nonzero', 'failed', 'running'),
    exitCode: fc.constantFrom(undefined, 0, 1),
    errorCode: fc.constantFrom('', 'ExecutionTimeout'),
    output: fc.constantFrom('', 'a', 'b'),
  }),
  { selector: ({ instanceId }) => instanceId, maxLength: 60 },
);

describe('families of outputs', () => {
  it('C7: are a partition: every instance in exactly one, and alike within', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const byId = new Map(all.map((one) => [one.instanceId, one]));
        const families = outputFamilies(all);
        const members = families.flatMap((family) => family.instanceIds);
        expect(members.toSorted()).toEqual([...byId.keys()].toSorted());
        const looks = families.map(({ instanceIds }) => {
          const own = new Set(
            instanceIds.map((id) => {
              const { instanceId: _, ...look } = byId.get(id)!;
              return JSON.stringify(Object.entries(look).map(([key, value]) => [key, value ?? null]));
            }),
          );
          expect(own.size).toBe(1);
          return [...own][0];
        });
        expect(new Set(looks).size).toBe(families.length);
      }),
    );
  });

  it('C7: stand largest first, with the same letters however the instances are sorted', () => {
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (all, random) => {
        const families = outputFamilies(all);
        const sizes = families.map((family) => family.instanceIds.length);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        const shuffled = all
          .map((one) => ({ one, at: random.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const letters = (list: typeof families) =>
          list.map(({ letter, instanceIds }) => [letter, instanceIds.toSorted()]);
        expect(letters(outputFamilies(shuffled))).toEqual(letters(families));
      }),
    );
  });

  it('C7: keep equal outputs apart when the exit code or the reason of the failure differs', () => {
    const families = outputFamilies([
      answer('i-1', 'x'),
      answer('i-2', 'x', { outcome: 'nonzero', exitCode: 1 }),
      answer('i-3', 'x', { outcome: 'failed', exitCode: undefined, errorCode: 'ExecutionTimeout' }),
      answer('i-4', 'x', { outcome: 'failed', exitCode: undefined, errorCode: 'ClientNotResponse' }),
      answer('i-5', 'x'),
    ]);
    expect(families.map(({ letter, instanceIds }) => [letter, ...instanceIds])).toEqual([
      ['A', 'i-1', 'i-5'],
      ['B', 'i-2'],
      ['C', 'i-3'],
      ['D', 'i-4'],
    ]);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('C7: number %i is called %s', (index, letter) => {
    expect(familyLetter(index)).toBe(letter);
  });

  it('C7: show the first of the lines that the fewest of them have', () => {
    expect(
      tellingLines([
        ['==> clean', '', 'Reclaimed 2 GB', 'done'],
        ['==> clean', '', '  Nothing to do  ', 'done'],
        ['==> clean', '', 'done'],
        ['==> clean', 'rm: failed', 'rm: failed again'],
        ['', ' '],
      ]),
    ).toEqual(['Reclaimed 2 GB', 'Nothing to do', 'done', 'rm: failed', '']);
    expect(tellingLines([['', 'only', 'this']])).toEqual(['only']);
  });
});
