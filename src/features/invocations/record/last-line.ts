/** How far from the end a last line is looked for; a longer line is cut at its start. */
const TAIL_BYTES = 2048;

const CONTROL = /\u001b\[[0-9;?]*[ -/]*[@-~]|\p{Cc}/gu;

/** The last line of an output that has any text, without control characters: mostly what went wrong. */
export function lastLine(output: Uint8Array): string {
  const tail = new TextDecoder().decode(output.subarray(-TAIL_BYTES));
  const lines = tail.split(/\r\n|\n|\r/).map((line) => line.replace(CONTROL, '').trim());
  return lines.findLast((line) => line !== '') ?? '';
}
