import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  HighlightStyle,
  StreamLanguage,
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { powerShell } from '@codemirror/legacy-modes/mode/powershell';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import type { Extension } from '@codemirror/state';
import { StateEffect, StateField } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';
import { Decoration, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { TextMark } from '../marked-text';
import { batMode } from './bat-mode';

export type EditorLanguage = 'shell' | 'powershell' | 'bat';

const LANGUAGES: Record<EditorLanguage, Extension> = {
  shell: StreamLanguage.define(shell),
  powershell: StreamLanguage.define(powerShell),
  bat: StreamLanguage.define(batMode),
};

export function languageExtension(language: EditorLanguage): Extension {
  return LANGUAGES[language];
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword], class: 'ansi-magenta' },
  { tag: [tags.string, tags.special(tags.string)], class: 'ansi-green' },
  { tag: [tags.comment, tags.meta], class: 'ansi-grey' },
  { tag: [tags.number, tags.atom, tags.bool], class: 'ansi-yellow' },
  { tag: tags.standard(tags.variableName), class: 'ansi-magenta' },
  { tag: tags.labelName, class: 'ansi-blue' },
  {
    tag: [tags.variableName, tags.definition(tags.variableName), tags.special(tags.variableName)],
    class: 'ansi-cyan',
  },
]);

const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--color-text)', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    fontSize: '12px',
    lineHeight: '18px',
    letterSpacing: '-0.01em',
    padding: '8px 0',
  },
  '.cm-content': { padding: '0', caretColor: 'var(--color-text)' },
  '.cm-line': { padding: '0 12px 0 0' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--color-text-subtle)',
    border: 'none',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '34px', padding: '0 12px 0 12px' },
  '.cm-cursor': { borderLeftColor: 'var(--color-text)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--color-press)', outline: 'none' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--color-press)' },
  '.cm-tooltip': {
    border: 'none',
    borderRadius: 'var(--radius-sm)',
    color: 'var(--color-on-bar)',
    backgroundColor: 'var(--color-bar)',
  },
  '.cm-diagnostic': { padding: '6px 9px', fontSize: '12px', lineHeight: '16px', border: 'none' },
  '.cm-diagnostic-error': { borderLeft: 'none' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--color-danger-solid)',
    textUnderlineOffset: '3px',
  },
});

const setMarks = StateEffect.define<readonly TextMark[]>();

/** The marks given from outside; typing moves them until new ones come. */
const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMarks)) continue;
      const length = transaction.newDoc.length;
      next = Decoration.set(
        effect.value
          .filter((mark) => mark.from < mark.to && mark.to <= length)
          .map((mark) => Decoration.mark({ class: mark.className ?? 'param' }).range(mark.from, mark.to)),
        true,
      );
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function showMarks(view: EditorView, marks: readonly TextMark[]): void {
  view.dispatch({ effects: setMarks.of(marks) });
}

/** While the editor lets Tab out, Esc belongs to the dialog around it again. */
const ESCAPE_MS = 2000;

/** The first Esc frees Tab (CodeMirror's own rule) and must not close the sheet the editor stands in. */
function keepFirstEscape(): Extension {
  let freedAt = -Infinity;
  return EditorView.domEventHandlers({
    keydown(event) {
      if (event.key === 'Escape' && event.timeStamp - freedAt > ESCAPE_MS) {
        freedAt = event.timeStamp;
        event.stopPropagation();
      }
      return false;
    },
  });
}

/** All that does not change while the editor lives. */
export function baseExtensions(): Extension[] {
  return [
    lineNumbers(),
    history(),
    indentOnInput(),
    indentUnit.of('  '),
    bracketMatching(),
    syntaxHighlighting(colours),
    markField,
    keepFirstEscape(),
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.lineWrapping,
    theme,
  ];
}
