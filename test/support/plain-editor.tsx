import type { LoadedEditorProps } from '@/ui/code-editor/LoadedEditor';

/**
 * Stands for CodeMirror, which lays text out by measuring, what jsdom cannot; the rest of the editor's field is the real one:
 * `vi.mock('@/ui/code-editor/LoadedEditor', () => import('…/plain-editor'))`.
 */
export default function PlainEditor({
  id,
  value,
  onChange,
  onBlur,
  describedBy,
  invalid,
  problems,
}: LoadedEditorProps) {
  return (
    <>
      <textarea
        id={id}
        className="cm-content"
        value={value}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      {problems.map(({ from, message }) => (
        <span key={from} data-testid="in-editor">
          {message}
        </span>
      ))}
    </>
  );
}
