import { createEngine } from './engine';
import type { EngineReply, EngineRequest } from './engine-link';

const engine = createEngine();

globalThis.addEventListener('message', ({ data: { id, name, args } }: MessageEvent<EngineRequest>) => {
  let reply: EngineReply;
  try {
    const work = engine[name] as (...given: unknown[]) => unknown;
    reply = { id, value: work(...args) };
  } catch (error) {
    reply = { id, problem: String(error) };
  }
  globalThis.postMessage(reply);
});
