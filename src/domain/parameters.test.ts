import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_PARAMETERS, scanParameters, substitute, unquotedUses } from './parameters';

const names = (content: string): string[] => scanParameters(content).names;
const unquoted = (content: string): string[] => unquotedUses(content).map((use) => use.name);
const usesIn = (content: string): string[] =>
  scanParameters(content).uses.map(({ from, to }) => content.slice(from, to));

const aName = fc.string({ unit: fc.constantFrom(...'abzABZ019_-'), minLength: 1, maxLength: 64 });
const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r\n'), maxLength: 4 });
const plainText = fc.string({ unit: fc.constantFrom(...'ab $"\'\n\\é😀'), maxLength: 20 });
/** A script as a list of plain text and uses, so that the test knows what should be found. */
const script = fc.array(fc.record({ text: plainText, name: aName, before: blanks, after: blanks }), {
  maxLength: 15,
});

describe('scanning', () => {
  it('A3: finds every parameter, whatever stands around it', () => {
    fc.assert(
      fc.property(script, (parts) => {
        const content = parts.map((p) => `${p.text}{{${p.before}${p.name}${p.after}}}`).join('');
        const scan = scanParameters(content);
        expect(scan.uses.map((use) => use.name)).toEqual(parts.map((p) => p.name));
        expect(usesIn(content)).toEqual(parts.map((p) => `{{${p.before}${p.name}${p.after}}}`));
        expect(scan.problems).toEqual([]);
        const distinct = new Set(parts.map((p) => p.name.toLowerCase()));
        expect(new Set(scan.names.map((name) => name.toLowerCase()))).toEqual(distinct);
        expect(scan.names).toHaveLength(distinct.size);
      }),
    );
  });

  it('A3: lists a name once, in its first spelling, without regard to case', () => {
    expect(names('{{Path}} {{path}} {{ PATH }} {{file}}')).toEqual(['Path', 'file']);
  });

  it('A3: built-ins are uses but not names; other ACS:: names are problems', () => {
    const content = BUILT_IN_PARAMETERS.map((name) => `{{ ${name} }}`).join(' ');
    expect(names(content)).toEqual([]);
    expect(scanParameters(content).uses).toHaveLength(6);
    expect(scanParameters('{{ACS::Nope}}').problems).toEqual([
      { kind: 'builtInUnknown', raw: 'ACS::Nope', from: 0, to: 13, line: 1, column: 1 },
    ]);
  });

  it.each([
    ['{{}}', 'empty'],
    ['{{  \n }}', 'empty'],
    ['{{a b}}', 'characters'],
    ['{{名字}}', 'characters'],
    ['{{a.b}}', 'characters'],
    ['{{\u00a0a}}', 'characters'],
    [`{{${'a'.repeat(65)}}}`, 'tooLong'],
  ])('A3: %j is a problem: %s', (content, kind) => {
    const scan = scanParameters(content);
    expect(scan.problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(scan.uses).toEqual([]);
  });

  it('A3: a name of 64 bytes is fine', () => {
    expect(names(`{{${'a'.repeat(64)}}}`)).toEqual(['a'.repeat(64)]);
  });

  it('A3: says where a bad name stands', () => {
    const { problems } = scanParameters('echo {{ok}}\r\n  {{a b}} {{}}\rx\n{{é}}');
    expect(problems.map(({ raw, line, column }) => ({ raw, line, column }))).toEqual([
      { raw: 'a b', line: 2, column: 3 },
      { raw: '', line: 2, column: 11 },
      { raw: 'é', line: 4, column: 1 },
    ]);
  });

  it.each([
    ['${{x}}', ['{{x}}'], ['x']],
    ['{{{x}}}', ['{{x}}'], ['x']],
    ['{{a{{b}}', ['{{b}}'], ['b']],
    ['{{a{{b}}}}', ['{{b}}'], ['b']],
    ['{{a', [], []],
    ['a}}', [], []],
    ['{{a}', [], []],
    ['{a}}', [], []],
    ['{ {a}}', [], []],
    ['{{a} }', [], []],
    ['{{a}}{{b}}', ['{{a}}', '{{b}}'], ['a', 'b']],
    ['${x}', [], []],
  ])('A3: braces of %j', (content, uses, found) => {
    expect(usesIn(content)).toEqual(uses);
    expect(names(content)).toEqual(found);
    expect(scanParameters(content).problems).toEqual([]);
  });

  it('A3: refuses more than 20 parameters', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => `{{p${i}}}`).join(' ');
    expect(scanParameters(`${twenty} {{P0}} {{ACS::RegionId}}`).tooMany).toBe(false);
    expect(scanParameters(`${twenty} {{p20}}`).tooMany).toBe(true);
  });
});

describe('substitution', () => {
  it('B4: puts every value in its place and marks it', () => {
    fc.assert(
      fc.property(script, fc.string({ maxLength: 10 }), (parts, value) => {
        const content = parts.map((p) => `${p.text}{{${p.before}${p.name}${p.after}}}`).join('');
        const values = Object.fromEntries(parts.map((p) => [p.name.toUpperCase(), value]));
        const { text, marks } = substitute(content, values);
        expect(text).toBe(parts.map((p) => p.text + value).join(''));
        expect(marks.map(({ from, to }) => text.slice(from, to))).toEqual(parts.map(() => value));
        expect(marks.map((mark) => mark.name)).toEqual(parts.map((p) => p.name));
      }),
    );
  });

  it('B4: a script without parameters stays as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !text.includes('{{')),
        (content) => {
          expect(substitute(content, { a: 'b' })).toEqual({ text: content, marks: [] });
        },
      ),
    );
  });

  it('B4: a value that is not given is empty; a value is never read as a parameter', () => {
    expect(substitute('[{{a}}][{{b}}]', { a: '{{b}}$&' }).text).toBe('[{{b}}$&][]');
  });

  it('B4: what is no parameter stays', () => {
    expect(substitute('{{}} {{a b}} {{ACS::Nope}} {{x', { x: '1' }).text).toBe(
      '{{}} {{a b}} {{ACS::Nope}} {{x',
    );
  });

  it('B4: names of object members are plain names', () => {
    expect(substitute('{{constructor}}{{__proto__}}', {}).text).toBe('');
  });

  it('B4: built-ins are filled if known and stay if not', () => {
    const content = '{{ACS::InstanceId}} {{acs::regionid}}';
    expect(substitute(content, {}, { 'ACS::RegionId': 'cn-hangzhou' }).text).toBe(
      '{{ACS::InstanceId}} cn-hangzhou',
    );
  });
});

describe('uses outside quotes', () => {
  it.each([
    ['a bare word', 'rm -rf {{x}}', ['x']],
    ['double quotes', 'rm -rf "{{x}}"', []],
    ['single quotes', "rm -rf '{{x}}'", []],
    ['between two quoted words', '"a"{{x}}"b"', ['x']],
    ['an apostrophe in double quotes', `echo "it's {{x}}" {{y}}`, ['y']],
    ['a quote in single quotes', `echo '"' {{x}} '"'`, ['x']],
    ['escaped quote in double quotes', 'echo "\\"{{x}}\\"" {{y}}', ['y']],
    ['escaped quote outside', 'echo \\"{{x}}\\"', ['x']],
    ['escaped brace', 'echo \\{{x}}', ['x']],
    ['backslash in single quotes is plain', `echo '\\' {{x}}`, ['x']],
    ["$'…' with an escaped quote", `echo $'\\'{{x}}' {{y}}`, ['y']],
    ['$"…"', 'echo $"{{x}}"', []],
    ['a comment', 'ls # {{x}}\necho {{y}}', ['y']],
    ['a comment in the first line', '# {{x}}', []],
    ['an apostrophe in a comment', "# don't\necho '{{x}}' {{y}}", ['y']],
    ['# inside a word', 'echo a#{{x}}', ['x']],
    ['$#', 'echo $# {{x}}', ['x']],
    ['${#a}', 'echo ${#a} {{x}}', ['x']],
    ['after a semicolon', 'ls;#{{x}}', []],
    ['command substitution in double quotes', 'echo "$(rm {{x}})" "{{y}}"', ['x']],
    ['quotes in a command substitution in quotes', 'echo "$(rm "{{x}}") {{y}}"', []],
    ['backticks in double quotes', 'echo "`rm {{x}}` {{y}}"', ['x']],
    ['subshell in a command substitution', 'echo "$( (ls {{x}}); echo {{y}}) {{z}}"', ['x', 'y']],
    ['${…} in double quotes', 'echo "${a:-{{x}}}" {{y}}', ['y']],
    ['apostrophe in ${…} in double quotes', `echo "\${a:-it's}{{x}}" {{y}}`, ['y']],
    ['${…} outside quotes', 'echo ${a:-{{x}}} "{{y}}"', ['x']],
    ['${{x}}', 'echo ${{x}} "${{y}}"', ['x']],
    ['an assignment', 'a={{x}}', ['x']],
    ['here-document', 'cat <<EOF\n"{{x}}"\nEOF\necho "{{y}}"', ['x']],
    ['here-document, quoted delimiter', "cat <<'EOF'\n{{x}}\nEOF\necho {{y}}", ['y']],
    ['here-document, double-quoted delimiter', 'cat << "EOF"\n{{x}}\nEOF\necho {{y}}', ['y']],
    ['here-document, escaped delimiter', 'cat <<\\EOF\n{{x}}\nEOF\necho {{y}}', ['y']],
    ['here-document, tabs stripped', "cat <<-'E'\n\t{{x}}\n\tE\necho {{y}}", ['y']],
    ['here-document, tabs not stripped', "cat <<'E'\n\tE\n{{x}}\nE\necho {{y}}", ['y']],
    ['apostrophe in a here-document', "cat <<EOF\nit's\nEOF\necho '{{x}}' {{y}}", ['y']],
    ['two here-documents in one line', "cat <<'A' <<B\n{{x}}\nA\n{{y}}\nB\necho {{z}}", ['y', 'z']],
    ['the rest of the line of a here-document', "cat <<'A' > {{x}}\n{{y}}\nA", ['x']],
    ['here-document in a substitution in quotes', 'x="$(cat <<\'A\'\n{{x}}\nA\n)" {{y}}', ['y']],
    ['here-document with line ends of Windows', "cat <<'A'\r\n{{x}}\r\nA\r\necho {{y}}", ['y']],
    ['here-document that never ends', "cat <<'A'\n{{x}}", []],
    ['here-string', `cat <<<'{{x}}' <<<{{y}}`, ['y']],
    ['shift in arithmetic', 'echo $((1<<2))\necho "{{x}}" {{y}}', ['y']],
    ['shift in an arithmetic command', '((a = 1 << 2))\necho "{{x}}" {{y}}', ['y']],
    ['base in arithmetic', 'echo $((16#ff)) {{x}}', ['x']],
    ['line continuation', 'echo \\\n{{x}}', ['x']],
    ['unclosed double quote', 'echo "{{x}}', []],
    ['unclosed single quote', "echo '{{x}}", []],
    ['a case pattern', 'case "$1" in a) rm "{{x}}" {{y}};; esac', ['y']],
    ['built-ins', 'echo {{ACS::InstanceName}}', ['ACS::InstanceName']],
  ])('B9: %s', (_, content, expected) => {
    expect(unquoted(content)).toEqual(expected);
  });

  it('B9: is always some of the uses, in their order', () => {
    const pieces = fc.constantFrom(
      '"',
      "'",
      '\\',
      '`',
      '$(',
      ')',
      '${',
      '}',
      '#',
      ' ',
      '\n',
      '<<',
      'A',
      "$'",
      '{{p}}',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const content = parts.join('');
        const { uses } = scanParameters(content);
        const found = unquotedUses(content);
        expect(uses.filter((use) => found.some(({ from }) => from === use.from))).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });
});

/** Reads the text in every way there is. Quadratic reading would take longer than a test may. */
function readAll(content: string) {
  return [
    scanParameters(content).uses,
    substitute(content, { a: 'x' }).marks,
    unquotedUses(`${content}'\n"{{z}}`),
  ];
}

describe('64 KB written to hurt', () => {
  const KB64 = 65_536;
  const fill = (piece: string): string => piece.repeat(Math.ceil(KB64 / piece.length)).slice(0, KB64);
  const cases = [
    '{',
    '}',
    '{{',
    '{{ ',
    '{{}}',
    '{{a',
    '{{a}}',
    '{{a b}}',
    '{ {',
    '{{\n',
    '\r\n{{é}}',
    '$(',
    '`',
    '"$(',
    '${',
    '\\',
    '<<A ',
    "<<'",
    '<<"$(',
    '<<A\n',
    '# ',
    "$'\\",
    '((',
    '<<"a <<',
    '"<<$(<<\'`',
  ];

  it.each(cases)('A3: many %j', (piece) => {
    expect(readAll(fill(piece))).toHaveLength(3);
  });

  it('A3: one very long name', () => {
    expect(readAll(`{{${fill(' ')}`)[0]).toEqual([]);
    expect(readAll(`{{${fill(' ')}a${fill(' ')}}}`)[0]).toHaveLength(1);
  });
});
