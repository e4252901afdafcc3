/** Traffic that is read again and again: which times to ask for, and how answers come together without loss or repeats. */

const MINUTE = 60_000;
const FIRST = 15 * MINUTE;
const LONGEST = 60 * MINUTE;
/** A line of a log takes up to a minute until it is found; another one is for clocks that differ. */
const OVERLAP = 2 * MINUTE;
const ANSWER_HOLDS = 100;
const KEPT_REQUESTS = 1_000;
const KEPT_MINUTES = 240;
const TRIES = 3;

/**
 * A span that is still to be read.
 * @typedef {{from: number, to: number | undefined, tries: number}} Window
 */

/**
 * What is known of the traffic.
 * @typedef {object} Traffic
 * @property {object[]} requests newest first
 * @property {object[]} minutes oldest first
 * @property {number | undefined} until up to when all was read
 * @property {Window[]} gaps what an answer had no room or no time for
 * @property {number} lost spans that stayed incomplete after several tries
 */

/**
 * Returns the state before the first answer.
 * @returns {Traffic}
 */
export function noTraffic() {
  return { requests: [], minutes: [], until: undefined, gaps: [], lost: 0 };
}

/**
 * Returns the spans to ask for now: what came since the last answer, with an overlap, in pieces of an hour; then gaps.
 * @param {Traffic} traffic
 * @param {number} now milliseconds since 1970
 * @returns {Window[]}
 */
export function windowsOf(traffic, now) {
  const windows = [];
  let from = traffic.until === undefined ? shownSince(now) : minuteOf(traffic.until - OVERLAP);
  while (now - from > LONGEST) {
    windows.push({ from, to: from + LONGEST, tries: 0 });
    from += LONGEST;
  }
  windows.push({ from, to: undefined, tries: 0 });
  return [...windows, ...traffic.gaps];
}

/**
 * Returns since when traffic is shown: the beginning of the minute a quarter of an hour ago.
 * @param {number} now milliseconds since 1970
 * @returns {number}
 */
export function shownSince(now) {
  return minuteOf(now - FIRST);
}

/**
 * Returns what of the traffic is shown: requests and minutes of the same time.
 * @param {Traffic} traffic
 * @param {number} now milliseconds since 1970
 * @returns {{requests: object[], minutes: object[]}}
 */
export function shown(traffic, now) {
  const since = shownSince(now);
  return {
    requests: traffic.requests.filter((request) => timeOf(request.at) >= since),
    minutes: traffic.minutes.filter((minute) => timeOf(minute.start) >= since),
  };
}

/**
 * Returns whether there may have been more requests in the time that is shown than are kept.
 * @param {Traffic} traffic
 * @returns {boolean}
 */
export function isFull(traffic) {
  return traffic.requests.length >= KEPT_REQUESTS;
}

/**
 * Takes an answer in.
 * @param {Traffic} traffic
 * @param {Window} window what was asked for
 * @param {object} answer of `GET /v1/traffic`
 * @returns {Traffic}
 */
export function merged(traffic, window, answer) {
  const requests = mergedRequests(traffic.requests, answer.newest);
  const gap = isRead(traffic, window, answer, requests) ? undefined : gapOf(window, answer);
  const given = gap && gap.tries > TRIES;
  const others = traffic.gaps.filter((each) => each.from !== window.from || each.to !== window.to);
  const read = new Date(answer.to).getTime();
  return {
    requests,
    minutes: mergedMinutes(traffic.minutes, answer.timeline, window),
    until: Math.max(traffic.until ?? 0, read),
    gaps: gap && !given ? [...others, gap] : others,
    lost: traffic.lost + (given ? 1 : 0),
  };
}

/**
 * Returns what tells a request from all others.
 * @param {object} request
 * @returns {string}
 */
export function keyOf(request) {
  const name = request.requestId ?? [request.method, request.route, request.ip, request.principal].join(' ');
  return `${name} ${request.at} ${request.gate ?? ''}`;
}

/**
 * Returns whether nothing more is to be read of a span: a page of it had nothing new, or all that is older is not kept anyway.
 */
function isRead(traffic, window, answer, requests) {
  if (answer.complete === false) return false;
  const known = new Set(traffic.requests.map(keyOf));
  const nothingNew = window.to !== undefined && answer.newest.every((request) => known.has(keyOf(request)));
  const full = requests.length >= KEPT_REQUESTS && answer.newest.at(-1)?.at <= requests.at(-1).at;
  return nothingNew || full;
}

/**
 * Returns what is left of a span: what is older than a full answer, or than what the search came to.
 */
function gapOf(window, answer) {
  const oldest = answer.newest.length >= ANSWER_HOLDS ? timeOf(answer.newest.at(-1).at) + 1 : undefined;
  const searched = answer.complete === false ? timeOf(answer.completeSince) : undefined;
  const to = Math.max(oldest ?? 0, searched ?? 0);
  if (to <= window.from) return undefined;
  return { from: window.from, to, tries: to === window.to ? window.tries + 1 : 0 };
}

function mergedRequests(known, more) {
  const all = new Map(known.map((request) => [keyOf(request), request]));
  for (const request of more) all.set(keyOf(request), request);
  return [...all.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, KEPT_REQUESTS);
}

/** A later answer knows more of a minute, unless it saw only the end or the beginning of it. */
function mergedMinutes(known, more, window) {
  const all = new Map(known.map((minute) => [timeOf(minute.start), minute]));
  for (const minute of more) {
    const at = timeOf(minute.start);
    const before = all.get(at);
    const whole = at >= window.from && (window.to === undefined || at + MINUTE <= window.to);
    if (!before || (whole && total(minute) >= total(before))) all.set(at, minute);
  }
  return [...all].sort(([a], [b]) => a - b).map(([, minute]) => minute).slice(-KEPT_MINUTES);
}

/** Returns how many lines a minute counts: passed, reported and refused. */
function total(counts) {
  return counts.passed + counts.reported + refusedOf(counts);
}

/**
 * Returns how many requests of a minute or an hour were refused, by any gate.
 * @param {{refused: Record<string, number>}} counts
 * @returns {number}
 */
export function refusedOf(counts) {
  return Object.values(counts.refused).reduce((sum, each) => sum + each, 0);
}

/**
 * Returns how many requests ended in some minutes or hours. What was reported is among them: it counts where it ended, too.
 * @param {object[]} minutes
 * @returns {{passed: number, refused: number}}
 */
export function sums(minutes) {
  const sum = (numberOf) => minutes.reduce((all, minute) => all + numberOf(minute), 0);
  return { passed: sum((minute) => minute.passed), refused: sum(refusedOf) };
}

/**
 * Returns how many requests each gate refused.
 * @param {{refused: Record<string, number>}[]} counts of minutes or hours
 * @returns {Record<string, number>}
 */
export function refusedByGate(counts) {
  const byGate = {};
  for (const { refused } of counts) {
    for (const [name, count] of Object.entries(refused)) byGate[name] = (byGate[name] ?? 0) + count;
  }
  return byGate;
}

/**
 * Returns columns for a chart, minutes without requests filled with zeros: times in seconds, passed (reported or not: what was reported counts where it ended), then each gate.
 * @param {object[]} minutes oldest first
 * @param {string[]} gates
 * @param {number} from milliseconds since 1970
 * @param {number} to
 * @returns {number[][]}
 */
export function columnsOf(minutes, gates, from, to) {
  const byTime = new Map(minutes.map((minute) => [timeOf(minute.start), minute]));
  const columns = [[], [], ...gates.map(() => [])];
  for (let at = minuteOf(from); at <= to; at += MINUTE) {
    const minute = byTime.get(at);
    columns[0].push(at / 1000);
    columns[1].push(minute?.passed ?? 0);
    gates.forEach((gate, index) => columns[index + 2].push(minute?.refused?.[gate] ?? 0));
  }
  return columns;
}

function minuteOf(time) {
  return Math.floor(time / MINUTE) * MINUTE;
}

function timeOf(text) {
  return new Date(text).getTime();
}
