/**
 * The dot between two facts of a line of text, with the room around it. It is a space with a background: where the line
 * wraps the space goes, and the dot with it.
 */
export function Dot({ className = 'text-text-subtle [word-spacing:13px]' }: { className?: string }) {
  return (
    <span
      className={`bg-[radial-gradient(circle,currentColor_0.08em,transparent_0.11em)] bg-center bg-no-repeat ${className}`}
    >
      {' '}
    </span>
  );
}
