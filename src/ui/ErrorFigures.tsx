export interface ErrorFiguresProps {
  /** The API's name of the failure; nothing is shown without. */
  code: string | null | undefined;
  requestId: string | null | undefined;
  /** The service's own words, at hand. */
  message?: string | undefined;
}

/** The two figures that support asks for, on a line of their own. */
export function ErrorFigures({ code, requestId, message }: ErrorFiguresProps) {
  if (!code) return null;
  return (
    <span className="block break-words text-text-muted" title={message}>
      <span className="code">{code}</span>
      {requestId ? (
        <>
          , RequestId <span className="code select-all">{requestId}</span>
        </>
      ) : null}
    </span>
  );
}
