import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { TextMark } from '../marked-text';
import type { EditorLanguage } from './editor-setup';
import { baseExtensions, languageExtension, showMarks } from './editor-setup';

export interface EditorProblem {
  /** Offsets in UTF-16 units, `to` exclusive. */
  from: number;
  to: number;
  message: string;
}

export interface LoadedEditorProps {
  id: string;
  label: string;
  value: string;
  onChange(value: string): void;
  onBlur?: (() => void) | undefined;
  language: EditorLanguage;
  readOnly: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  problems: readonly EditorProblem[];
  marks: readonly TextMark[];
}

/** CodeMirror itself; loaded when first shown. */
export default function LoadedEditor({
  id,
  label,
  value,
  onChange,
  onBlur,
  language,
  readOnly,
  invalid,
  describedBy,
  problems,
  marks,
}: LoadedEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [changing] = useState(() => ({ language: new Compartment(), attributes: new Compartment() }));
  const changed = useEffectEvent(onChange);
  const left = useEffectEvent(() => onBlur?.());
  const firstText = useEffectEvent(() => value);

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: firstText(),
        extensions: [
          baseExtensions(),
          changing.language.of([]),
          changing.attributes.of([]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({ blur: () => left() }),
        ],
      }),
    });
    setView(editor);
    return () => editor.destroy();
  }, [changing]);

  // A value from outside (a sample chosen, a form reset) replaces the text; one's own typing comes back unchanged.
  useEffect(() => {
    if (!view || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [view, value]);

  useEffect(() => {
    view?.dispatch({ effects: changing.language.reconfigure(languageExtension(language)) });
  }, [view, changing, language]);

  useEffect(() => {
    const attributes: Record<string, string> = { id, 'aria-label': label };
    if (describedBy) attributes['aria-describedby'] = describedBy;
    if (invalid) attributes['aria-invalid'] = 'true';
    if (readOnly) attributes['aria-readonly'] = 'true';
    view?.dispatch({
      effects: changing.attributes.reconfigure([
        EditorView.contentAttributes.of(attributes),
        EditorState.readOnly.of(readOnly),
      ]),
    });
  }, [view, changing, id, label, describedBy, invalid, readOnly]);

  useEffect(() => {
    if (view) showMarks(view, marks);
  }, [view, marks]);

  useEffect(() => {
    if (!view) return;
    const length = view.state.doc.length;
    const within = problems.filter((problem) => problem.to <= length);
    view.dispatch(
      setDiagnostics(
        view.state,
        within.map((p) => ({ ...p, severity: 'error' as const })),
      ),
    );
  }, [view, problems]);

  return <div ref={host} className="h-full min-h-0" />;
}
