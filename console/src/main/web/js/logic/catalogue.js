/** What `docs/detectors.md` says of detectors and points: titles and references. */

/** Severities, least first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'];

/**
 * Orders findings by severity, the highest first; of one severity, the newest signal first.
 * @param {{severity: string, lastSeen: string}} a
 * @param {{severity: string, lastSeen: string}} b
 * @returns {number}
 */
export function byWorst(a, b) {
  return SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || b.lastSeen.localeCompare(a.lastSeen);
}

/** Gates in the order in which a request meets them; the last is what the service leans on. */
export const GATES = ['edge', 'waf', 'token', 'plan', 'schema', 'input', 'inspection', 'domain', 'dependency'];

/** What each gate looks at. */
export const GATE_LOOKS = {
  edge: 'framing, path, method',
  waf: 'address, rate, size, content',
  token: 'signature, scope',
  plan: 'API key, rate, quota',
  schema: 'models, parameters',
  input: 'strict JSON, every limit',
  inspection: 'injection, by grammar',
  domain: 'owner, state, version',
  dependency: 'storage and services',
};

/** Kinds of subjects, in words. */
export const SCOPES = {
  ip: 'address',
  network: 'network',
  principal: 'user',
  client: 'client',
  apiKey: 'API key',
  credential: 'account',
  signature: 'rule',
  global: 'all traffic',
};

/** Why a block was proposed instead of made. */
export const RESPONSE_REASONS = {
  dryRun: 'blocking is in dry run',
  protected: 'the source is protected',
  unsure: 'one finding alone is not sure enough',
  shared: 'several people sign in from there',
  crossSite: 'most of it was sent by browsers for pages of other sites',
  verifiedBot: 'it is the crawler of a known operator',
  late: 'its newest signal is over two hours old',
  network: 'networks are left to people',
  budget: 'the budget of automatic blocks is used up',
  other: 'another reason',
};

/** Detectors: title, severity at the threshold, confidence, OWASP API Security, ATT&CK, what they look for, what they count, what to do. */
export const DETECTORS = {
  BURST_PROBE: {
    title: 'Burst of probes',
    severity: 'medium',
    confidence: 'medium',
    owasp: ['API8:2023'],
    attack: ['T1595.002'],
    about: 'A source or a principal tries many different things within minutes: paths, fields, payloads.',
    counts: 'points of different probes: refusals of the firewall and the inspector, paths that only scanners ask for, and mistakes (unknown routes, absent or foreign objects, invalid input, refused tokens).',
    advice: 'read evidence. Hostile points: block the source. Mistakes alone: look whether it signs in; if so, ask its owner.',
  },
  LOW_AND_SLOW: {
    title: 'Slow probing for hours',
    severity: 'medium',
    confidence: 'high',
    owasp: ['API8:2023'],
    attack: ['T1595'],
    about: 'A source or a principal tries hostile things for longer than a burst, and more slowly; or several addresses of a network take turns.',
    counts: 'points of different probes within hours. Mistakes add little, since a crawler makes many in a day.',
    advice: 'block the source for longer than the attack has lasted. For a network, look first who else comes from it.',
  },
  DISTRIBUTED_SIGNATURE: {
    title: 'One attack from many sources',
    severity: 'high',
    confidence: 'medium',
    owasp: ['API8:2023'],
    attack: ['T1595.002'],
    about: 'Many sources trip the same rule of the firewall, or ask for the same class of hostile paths, at about the same time, though each does little.',
    counts: 'sources of one rule in the last 20, 40 and 70 minutes, against what is usual for that rule.',
    advice: 'look at the rule in subject. Right rule: see that it blocks, and leave the sources to it. Wrong rule: put it to counting.',
  },
  CRED_STUFFING: {
    title: 'Credential stuffing',
    severity: 'high',
    confidence: 'high',
    owasp: ['API2:2023'],
    attack: ['T1110.004'],
    about: 'A source, or many sources together, tries stolen names and passwords: many accounts fail, few succeed.',
    counts: 'accounts that failed to sign in from a source; across all sources those that failed on several accounts within 40 minutes, or a surge of failing sources.',
    advice: 'block the source. The user pool asks for a second factor already, so a password that was right opens nothing by itself, but for an account that has no second factor yet. Of accounts that signed in from a failing source, or were asked for the code there, reset the passwords.',
  },
  BRUTE_FORCE: {
    title: 'Guessing of passwords',
    severity: 'medium',
    confidence: 'medium',
    owasp: ['API2:2023'],
    attack: ['T1110.001'],
    about: 'The password of an account is guessed from one source, or from many networks.',
    counts: 'failed sign-ins of a source; of an account, the networks that failed to sign in to it.',
    advice: 'tell the owner of the account. If it signed in after the failures, end its sessions and reset its password.',
  },
  ENUMERATION_BOLA: {
    title: 'Enumeration of others\' objects',
    severity: 'high',
    confidence: 'medium',
    owasp: ['API1:2023', 'API5:2023'],
    attack: ['T1595.003'],
    about: 'A principal or a source goes through objects that are absent or another\'s: it looks for one that the API hands out wrongly.',
    counts: 'different objects that were asked for in vain, within hours; across sources those that did so for several.',
    advice: 'see in the access log whether any of the objects was answered with 200. If so, it is an incident: the check of the owner has a hole. If not, disable the key or the principal.',
  },
  TOKEN_ABUSE: {
    title: 'Abuse of tokens or keys',
    severity: 'high',
    confidence: 'medium',
    owasp: ['API2:2023'],
    attack: ['T1550.001'],
    about: 'A key or a principal\'s tokens are refused from several networks, or a source tries many tokens and keys, or one on many routes.',
    counts: 'networks from which the credentials were refused; of a source, the credentials or routes with a refused token, or all refusals.',
    advice: 'rotate the key, or sign the principal out everywhere. TOKEN_FORGED among the evidence is never a mistake: block the source.',
  },
  SCHEMA_FUZZ: {
    title: 'Fuzzing of the schema',
    severity: 'medium',
    confidence: 'medium',
    owasp: ['API3:2023', 'API8:2023'],
    attack: ['T1595.002'],
    about: 'A source or a principal breaks the schema in many different ways, to find a field that is not checked.',
    counts: 'different faults: a field and what was wrong with it. Rows of one list are one field.',
    advice: 'see whether a later request of the same subject was accepted, and with which fields. Otherwise block the source for a while.',
  },
  NEW_NETWORK_USE: {
    title: 'Denied use from a new network',
    severity: 'high',
    confidence: 'low',
    owasp: ['API2:2023'],
    attack: ['T1078'],
    about: 'A principal or a key that is known from its own networks is denied one object after another from a new one: what a stolen credential does.',
    counts: 'different objects that were denied to it, if some were on a network from which it never succeeded.',
    advice: 'ask the user. If it was not them, end the sessions, rotate the key, and read what was answered with 200 on the new network.',
  },
  GLOBAL_RATE: {
    title: 'Unusual rate over all sources',
    severity: 'high',
    confidence: 'medium',
    owasp: ['API4:2023'],
    attack: ['T1499'],
    about: 'A minute has far more signals of a kind than usual, from many sources: a flood, or an attack that no single source shows.',
    counts: 'the signals of a minute on a scale of square roots, against the minutes of the last hour; minutes without signals count too. Of unknown routes also the sources of 20 minutes against those of the hour before: one scanner makes minutes differ by far, but not the number of sources.',
    advice: 'look at what subject names and at the newest deployment. If it is an attack, lower the rate rule of the firewall.',
  },
  MISCONFIGURED_CLIENT: {
    title: 'Misconfigured client',
    severity: 'low',
    confidence: 'high',
    owasp: [],
    attack: [],
    about: 'A source or a key fails again and again by a timer. Nobody is suspected: it is told for information (is_alert is false in OCSF), and it keeps BRUTE_FORCE silent about failures that are not in a hurry.',
    counts: 'failures for hardly more than one thing, at equal distances. What comes within five seconds of the one before is a retry, not the next tick.',
    advice: 'tell the owner of the client what fails, and since when.',
  },
};

/** Points: the gate that reports, and whether it speaks for a source. */
export const POINTS = {
  WAF_RULE: { gate: 'waf', kind: 'waf_block' },
  WAF_CROSS_SITE: { gate: 'waf', kind: 'waf_block' },
  WAF_RATE: { gate: 'waf', kind: 'throttle' },
  WAF_CHALLENGE_FAILED: { gate: 'waf', kind: 'waf_block' },
  WAF_COUNT_MATCH: { gate: 'waf', kind: 'waf_block' },
  INJECTION_SQL: { gate: 'inspection', kind: 'injection' },
  INJECTION_XSS: { gate: 'inspection', kind: 'injection' },
  INJECTION_CMD: { gate: 'inspection', kind: 'injection' },
  INJECTION_PATH: { gate: 'inspection', kind: 'injection' },
  INJECTION_NOSQL: { gate: 'inspection', kind: 'injection' },
  INJECTION_LDAP: { gate: 'inspection', kind: 'injection' },
  INJECTION_SSTI: { gate: 'inspection', kind: 'injection' },
  INJECTION_JNDI: { gate: 'inspection', kind: 'injection' },
  INJECTION_XXE: { gate: 'inspection', kind: 'injection' },
  INJECTION_SSRF: { gate: 'inspection', kind: 'injection' },
  INJECTION_OTHER: { gate: 'inspection', kind: 'injection' },
  AUTH_FAIL: { gate: 'token', kind: 'auth_fail' },
  TOKEN_INVALID: { gate: 'token', kind: 'token_invalid' },
  TOKEN_EXPIRED: { gate: 'token', kind: 'token_invalid' },
  TOKEN_FORGED: { gate: 'token', kind: 'token_invalid' },
  API_KEY_UNKNOWN: { gate: 'plan', kind: 'token_invalid' },
  SCOPE_DENIED: { gate: 'token', kind: 'authz_deny' },
  OBJECT_FORBIDDEN: { gate: 'domain', kind: 'authz_deny' },
  OBJECT_NOT_FOUND: { gate: 'domain', kind: 'not_found' },
  ROUTE_UNKNOWN: { gate: 'edge', kind: 'route_unknown' },
  SENSITIVE_PATH: { gate: 'edge', kind: 'probe' },
  HONEY_RESOURCE: { gate: 'edge', kind: 'probe' },
  SCHEMA_VIOLATION: { gate: 'schema', kind: 'validation' },
  METHOD_UNKNOWN: { gate: 'edge', kind: 'validation' },
  BODY_TOO_LARGE: { gate: 'edge', kind: 'validation' },
  MASS_ASSIGNMENT: { gate: 'schema', kind: 'validation' },
  THROTTLED: { gate: 'plan', kind: 'throttle' },
  QUOTA_EXCEEDED: { gate: 'plan', kind: 'throttle' },
  AUTH_OK: { gate: 'token', kind: 'auth_ok', speaksFor: true },
  OBJECT_OK: { gate: 'domain', kind: 'object_ok', speaksFor: true },
};

/**
 * Returns whether a finding is for information alone: nobody is suspected.
 * @param {{detector: string}} finding
 * @returns {boolean}
 */
export function isInformation(finding) {
  return DETECTORS[finding.detector]?.severity === 'low';
}

/**
 * Returns the title of a detector, or its name if it is not known here.
 * @param {string} detector
 * @returns {string}
 */
export function titleOf(detector) {
  return DETECTORS[detector]?.title ?? detector;
}
