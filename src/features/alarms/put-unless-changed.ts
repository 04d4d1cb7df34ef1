/**
 * How a put ended. It replaces whatever has the name or ID, so that the account is looked at first: `taken`: a new one would
 * have replaced another; `changed`, `gone`: not any more what was on screen. Then nothing was sent.
 */
export type PutOutcome<Row> =
  { kind: 'saved' } | { kind: 'taken' } | { kind: 'changed'; fresh: Row } | { kind: 'gone' };

/** What the account said when a form was about to be saved. */
export type Turn = Exclude<PutOutcome<unknown>['kind'], 'saved'>;

export interface Put<Row> {
  /** As it was when the form was opened or last looked at; null: the form makes a new one. */
  opened: Row | null;
  /** What has the name now. */
  look(): Promise<Row | undefined>;
  isSame(a: Row, b: Row): boolean;
  /** Whether it is what the put would make of it: then an earlier try arrived whose answer was lost. */
  isDone(there: Row): boolean;
  put(): Promise<unknown>;
}

/** Puts what nobody has changed meanwhile. Rejects with what the calls reject with. */
export async function putUnlessChanged<Row>({
  opened,
  look,
  isSame,
  isDone,
  put,
}: Put<Row>): Promise<PutOutcome<Row>> {
  const there = await look();
  if (there !== undefined && isDone(there)) return { kind: 'saved' };
  if (there !== undefined && !opened) return { kind: 'taken' };
  if (there === undefined && opened) return { kind: 'gone' };
  if (there !== undefined && opened && !isSame(there, opened)) return { kind: 'changed', fresh: there };
  await put();
  return { kind: 'saved' };
}
