import type { HelpId } from './entries';

/**
 * The words of one entry. A line of the body is a paragraph, or by how it begins: `- ` an item of a list, `| ` a row of a
 * table, the first being its head, `$ ` something to type, `@` a list that the console makes. `code` stands between
 * backticks; limits stand as `{{name}}` and come from the rules.
 */
export interface HelpText {
  title: string;
  body: readonly string[];
}

export type HelpTexts = Readonly<Record<HelpId, HelpText>>;

export type HelpBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'code'; text: string }
  | { kind: 'recordErrors' };

/** The blocks of a body: lines of the same kind that follow each other make one list or table. */
export function blocksOf(body: readonly string[]): HelpBlock[] {
  const blocks: HelpBlock[] = [];
  for (const line of body) {
    const last = blocks.at(-1);
    if (line.startsWith('- ')) {
      if (last?.kind === 'list') last.items.push(line.slice(2));
      else blocks.push({ kind: 'list', items: [line.slice(2)] });
    } else if (line.startsWith('| ')) {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      if (last?.kind === 'table') last.rows.push(cells);
      else blocks.push({ kind: 'table', head: cells, rows: [] });
    } else if (line.startsWith('$ ')) blocks.push({ kind: 'code', text: line.slice(2) });
    else if (line === '@recordErrors') blocks.push({ kind: 'recordErrors' });
    else blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks;
}

/** The names of the limits that a text wants. */
export function valueNames(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).filter((name) => name !== 'key');
}

/** The text with its limits put in; a name nobody knows, such as a parameter's own, stays. */
export function withValues(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}
