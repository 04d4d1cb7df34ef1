import type { Invocation } from '@/api/ecs/invocations';
import { decodeBase64, isBase64 } from '@/domain/base64';

/** Comments, and settings of the shell. */
const IDLE = /^(?:#|::|rem\b|@echo off|set [-+])/i;
const LONGEST = 120;

/**
 * What to call the run of a script that has no name: its first line that does something. The service names such a run by an
 * ID that nobody has seen. null: it has a name.
 */
export function scriptLine({ CommandName, CommandId, CommandContent }: Invocation): string | null {
  if (CommandName !== '' && CommandName !== CommandId) return null;
  if (!isBase64(CommandContent)) return null;
  const lines = new TextDecoder().decode(decodeBase64(CommandContent)).split(/\r\n|\n|\r/);
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
  const line = texts.find((text) => !IDLE.test(text)) ?? texts[0] ?? '';
  return line === '' ? null : line.slice(0, LONGEST);
}

/** The run in words: its command's name, else the script's first line, else an ID. */
export function runName(invocation: Invocation): string {
  return scriptLine(invocation) ?? (invocation.CommandName || invocation.CommandId);
}
