import { useTranslation } from '@/i18n/use-translation';
import type { EntryProblem, FileProblem } from '@/domain/command-file';
import { useFormat } from '@/i18n/format';
import { useProblemWords } from '../problem-text';

export interface FileWords {
  /** Why a file cannot be imported, and what to do. */
  file(problem: FileProblem): string;
  /** What is wrong with one command of it. */
  entry(problem: EntryProblem): string;
}

/** Words for what is wrong with a file of commands. */
export function useFileWords(): FileWords {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const words = useProblemWords();
  return {
    file: (problem) => {
      switch (problem.kind) {
        case 'tooLarge':
          return t('import.problem.tooLarge', {
            size: format.bytes(problem.bytes),
            limit: format.bytes(problem.limit),
          });
        case 'olderVersion':
        case 'newerVersion':
          return t(`import.problem.${problem.kind}`, {
            version: String(problem.version),
            known: String(problem.known),
          });
        default:
          return t(`import.problem.${problem.kind}`);
      }
    },
    entry: (problem) => {
      switch (problem.kind) {
        case 'draft':
          return words.draft(problem.problem);
        case 'unknownType':
          return t('import.entry.unknownType', { type: problem.type });
        case 'notAnObject':
        case 'notBase64':
          return t(`import.entry.${problem.kind}`);
        default:
          return t(`import.entry.${problem.kind}`, { field: problem.field });
      }
    },
  };
}
