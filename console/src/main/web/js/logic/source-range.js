/** Sources of requests as the API has them: an address, or a range in CIDR notation. */

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IPV6 = /^[0-9a-f:.]*:[0-9a-f:.]*$/i;
const RANGE = /^([^/\s]+)(?:\/(\d{1,3}))?$/;
const WIDEST = { 32: 16, 128: 32 };
/** Detection knows an IPv6 address by its site. */
const SITE = 64;
const NETWORK = { 32: 24, 128: 48 };

/**
 * Returns whether all of a source is within a range.
 * @param {string} range such as `203.0.113.0/24`
 * @param {string} source an address or a range
 * @returns {boolean}
 */
export function covers(range, source) {
  const [outer, inner] = [parsed(range), parsed(source)];
  if (!outer || !inner || outer.bits !== inner.bits || outer.prefix > inner.prefix) return false;
  const behind = BigInt(outer.bits - outer.prefix);
  return outer.value >> behind === inner.value >> behind;
}

/**
 * Says why a text is no source that people may block or except from blocks, or nothing if it may be one.
 * @param {string} text
 * @returns {string | undefined}
 */
export function faultOf(text) {
  const source = parsed(text.trim());
  if (!source) return 'This is neither an address, such as 203.0.113.7, nor a range, such as 203.0.113.0/24.';
  if (source.value & ((1n << BigInt(source.bits - source.prefix)) - 1n)) return 'A range begins with its first address: bits behind its prefix are zero, as in 203.0.113.0/24.';
  if (source.prefix < WIDEST[source.bits]) return 'The range is too wide: the widest is a /16 of IPv4, and a /32 of IPv6.';
  return undefined;
}

/**
 * Returns the kind and the name of whoever has a page of their own and has exactly this range, or none.
 * @param {string} range
 * @returns {['ip' | 'network', string] | undefined}
 */
export function actorOf(range) {
  const source = parsed(range);
  if (!source) return undefined;
  if (source.prefix === 32 && source.bits === 32) return ['ip', range.split('/')[0]];
  if (source.prefix === SITE && source.bits === 128) return ['ip', range];
  return source.prefix === NETWORK[source.bits] ? ['network', range] : undefined;
}

function parsed(text) {
  const [, address, prefix] = RANGE.exec(text) ?? [];
  const read = address && (valueOfIpv4(address) ?? valueOfIpv6(address));
  if (!read) return undefined;
  const length = prefix === undefined ? read.bits : Number(prefix);
  return length > read.bits ? undefined : { ...read, prefix: length };
}

function valueOfIpv4(address) {
  if (!IPV4.test(address)) return undefined;
  const parts = address.split('.').map(Number);
  return parts.some((part) => part > 255) ? undefined : { bits: 32, value: joined(parts, 8n) };
}

/** The address parser of the browser knows every form; it answers with groups, and `::` for the longest run of zeros. */
function valueOfIpv6(address) {
  if (!IPV6.test(address) || !URL.canParse(`http://[${address}]/`)) return undefined;
  const [before, after] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::').map((half) => half.split(':').filter(Boolean));
  const groups = after ? [...before, ...Array(8 - before.length - after.length).fill('0'), ...after] : before;
  return { bits: 128, value: joined(groups.map((group) => Number.parseInt(group, 16)), 16n) };
}

function joined(parts, width) {
  return parts.reduce((value, part) => (value << width) | BigInt(part), 0n);
}
