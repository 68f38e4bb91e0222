import type { Fetch } from '#sync/post.ts';
import type { Chance } from '#test/support/seeded.ts';

import type { Agenda } from './agenda.ts';
import type { FaultKind } from './fault-kinds.ts';
import type { Answer, Server } from './server.ts';
import type { Story } from './story.ts';
import type { Tab } from './tab.ts';

/** What the network can do to a request, or to its answer. */
const REQUEST_FATES = ['requestLost', 'requestLate', 'requestTwice'] as const;
const ANSWER_FATES = ['answerLost', 'answerLate', 'answerTruncated', 'answerHtml', 'answerStale'] as const;
type Fate = (typeof REQUEST_FATES)[number] | (typeof ANSWER_FATES)[number] | 'arrives';

/** Between the phones and the server. */
export type Wire = {
  readonly fetchOf: (line: Line) => Fetch;
  /** Requests and answers under way. */
  readonly underWayCount: () => number;
};

export type Line = {
  readonly tab: () => Tab;
  readonly isCut: () => boolean;
  /** Hears of every request that is sent. */
  readonly onRequest: (path: string) => void;
};

export type WirePorts = {
  readonly agenda: Agenda;
  readonly story: Story;
  readonly chance: Chance;
  readonly server: Server;
  /** Which faults this world has at the moment. */
  readonly mayHappen: (kind: FaultKind) => boolean;
};

const LATENCY_MS = 400;
const LATE_MS = [2_000, 70_000, 10 * 60_000, 2 * 24 * 60 * 60_000] as const;
/** One in so many requests meets something. */
const TROUBLE_ONE_IN = 3;
/** Old answers that a confused network may deliver again. */
const KEPT_ANSWERS = 4;

type Asking = {
  readonly path: string;
  readonly init: RequestInit;
  readonly fate: Fate;
  /** False when nobody waits any more. */
  readonly answer: (answer: Answer) => Promise<void>;
  readonly fail: () => Promise<void>;
};

export function newWire(ports: WirePorts): Wire {
  const { agenda, chance, story, server } = ports;
  const kept: Answer[] = [];
  let underWay = 0;
  const later = (delayMs: number, deed: () => Promise<void>) => {
    underWay += 1;
    agenda.after(delayMs, () => {
      underWay -= 1;
      return deed();
    });
  };
  const lateMs = () => chance.below(chance.oneOf(LATE_MS) ?? 1) + 1;
  const chooseFate = (): Fate => {
    if (!chance.isOneIn(TROUBLE_ONE_IN)) return 'arrives';
    return chance.oneOf([...REQUEST_FATES, ...ANSWER_FATES].filter(ports.mayHappen)) ?? 'arrives';
  };
  const arrive = async (asking: Asking): Promise<void> => {
    const answer = await server.request(asking.path, asking.init);
    if (answer === null) return later(LATENCY_MS, asking.fail);
    kept.push(answer);
    if (kept.length > KEPT_ANSWERS) kept.shift();
    if (asking.fate === 'answerLost') return;
    const delayMs = chance.below(LATENCY_MS) + (asking.fate === 'answerLate' ? lateMs() : 0);
    later(delayMs, () => asking.answer(spoiled(answer, asking.fate, kept[0])));
  };
  const send = (line: Line, asking: Asking): void => {
    line.onRequest(asking.path);
    if (asking.fate !== 'arrives') {
      story.count(asking.fate);
      story.tell(line.tab().name, `asks ${asking.path}: ${asking.fate}`);
    } else story.tell(line.tab().name, `asks ${asking.path}`);
    if (line.isCut() || asking.fate === 'requestLost') return later(LATENCY_MS, asking.fail);
    const isLate = asking.fate === 'requestLate';
    later(chance.below(LATENCY_MS) + (isLate ? lateMs() : 0), () => arrive(asking));
    if (asking.fate !== 'requestTwice') return;
    const again = { ...asking, fate: 'answerLost' } as const;
    later(lateMs(), () => arrive(again));
  };
  return { underWayCount: () => underWay, fetchOf: (line) => fetchOver(line, chooseFate, send) };
}

/** The browser's fetch in one window: it waits for the world, and ends when the window does. */
function fetchOver(line: Line, chooseFate: () => Fate, send: (line: Line, asking: Asking) => void): Fetch {
  return (path, init) =>
    new Promise((resolve, reject) => {
      const tab = line.tab();
      if (tab.isDead()) return;
      const unblock = tab.block();
      let isOver = false;
      const end = (act: () => void) => {
        if (isOver || tab.isDead()) return;
        isOver = true;
        unblock();
        act();
      };
      const broken = () => reject(new TypeError('Failed to fetch'));
      init.signal?.addEventListener('abort', () => end(broken));
      send(line, {
        path,
        init,
        fate: chooseFate(),
        answer: (answer) => tab.poke(() => end(() => resolve(responseOf(answer)))),
        fail: () => tab.poke(() => end(broken)),
      });
    });
}

function responseOf({ status, headers, body }: Answer): Response {
  return new Response(Uint8Array.from(body), { status, headers });
}

/** What comes instead of the answer. */
function spoiled(answer: Answer, fate: Fate, old: Answer | undefined): Answer {
  if (fate === 'answerTruncated')
    return { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) };
  if (fate === 'answerStale') return old ?? answer;
  if (fate !== 'answerHtml') return answer;
  const body = new TextEncoder().encode('<html>Sign in to the network</html>');
  return { status: 200, headers: { 'content-type': 'text/html' }, body };
}
