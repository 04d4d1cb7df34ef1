import type { ContactLanguage } from '@/domain/contact';
import type { NotificationText } from '@/domain/notification-text';

/** One message as it would be read. */
export function NotificationTextView({
  label,
  text: { subject, lines },
  language,
}: {
  label: string;
  text: NotificationText;
  language: ContactLanguage;
}) {
  return (
    <div
      role="group"
      aria-label={label}
      lang={language === 'en' ? 'en' : 'zh-Hans'}
      className="flex flex-col gap-1 rounded-md bg-surface px-3 py-2.5 text-xs wrap-anywhere forced-colors:border"
    >
      {subject === null ? null : <b className="text-sm">{rendered(subject)}</b>}
      {lines.map((line) => (
        <span key={line} className="whitespace-pre-wrap">
          {rendered(line)}
        </span>
      ))}
    </div>
  );
}

/** A robot's text is Markdown, of which only headings and lists occur. */
function rendered(line: string): string {
  return line.replace(/^### /, '').replace(/^- /, '• ');
}
