import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

/** A script of 24 KB, percent-encoded twice over, and a hundred instances are far below. */
const LARGEST_BODY = 256 * 1024;

/** Reads a form to its end. Too slow a sender is cut off by the server's own time limit. @throws Refusal */
export async function readForm(request: IncomingMessage): Promise<string> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded(?:;|$)/i.test(type))
    throw new Refusal(415, 'Gateway.BadRequest', 'A form is expected.');
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroyed when it is too large: the refusal still has to go back.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(): Refusal {
  return new Refusal(413, 'Gateway.TooLarge', `A call has at most ${LARGEST_BODY / 1024} KB.`);
}
