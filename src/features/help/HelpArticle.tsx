import { useTranslation } from '@/i18n/use-translation';
import { RECORD_ERROR_CODES } from '@/domain/record-errors';
import { useFormat } from '@/i18n/format';
import { CodeBlock } from '@/ui/CodeBlock';
import { blocksOf, type HelpBlock, type HelpText, withValues } from './help-text';
import { useHelpValues } from './use-help-values';

/** The body of an entry. */
export function HelpArticle({ text }: { text: HelpText }) {
  const values = useHelpValues();
  const blocks = blocksOf(text.body.map((line) => withValues(line, values)));
  return (
    <div className="flex max-w-[72ch] flex-col gap-3 text-base">
      {blocks.map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the blocks of a text have no names, and their order is fixed
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: HelpBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inline text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul className="m-0 flex list-disc flex-col gap-1 pl-5">
          {block.items.map((item) => (
            <li key={item}>
              <Inline text={item} />
            </li>
          ))}
        </ul>
      );
    case 'code':
      return <CodeBlock code={block.text} label={block.text} lineNumbers={false} wrap />;
    case 'table':
      return <HelpTable head={block.head} rows={block.rows} />;
    case 'recordErrors':
      return <RecordErrors />;
  }
}

function HelpTable({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead className="text-left text-xs text-text-subtle">
          <tr>
            {head.map((cell, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns are told by their place
              <th key={index} scope="col" className="border-b border-border-strong py-1.5 pr-4 font-normal">
                <Inline text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th
                    key={head[index]}
                    scope="row"
                    className="py-1.5 pr-4 text-left align-top font-semibold break-keep"
                  >
                    <Inline text={cell} />
                  </th>
                ) : (
                  <td key={head[index]} className="py-1.5 pr-4 align-top">
                    <Inline text={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The codes with the advice that records give. */
function RecordErrors() {
  const { t } = useTranslation(['help', 'domain']);
  const format = useFormat();
  return (
    <HelpTable
      head={[t('help:table.code'), t('help:table.advice')]}
      rows={RECORD_ERROR_CODES.map((code) => [
        `\`${code}\``,
        format.sentences(t(`domain:recordError.${code}.title`), t(`domain:recordError.${code}.advice`)),
      ])}
    />
  );
}

/** A line with what stands between backticks set in mono. */
function Inline({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of a line have no names, and their order is fixed
      <code key={index} className="code break-words">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
