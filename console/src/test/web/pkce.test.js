import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorizeUrl, callbackOf, challengeOf, claimsOf, randomText } from '../../main/web/js/logic/pkce.js';

test('the challenge is that of RFC 7636, appendix B', async () => {
  assert.equal(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'), 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

test('no two verifiers are the same, and each is long enough', () => {
  assert.notEqual(randomText(), randomText());
  assert.match(randomText(), /^[A-Za-z0-9_-]{43}$/);
});

test('the address of the sign-in has everything, encoded', () => {
  const url = new URL(authorizeUrl({ signInUrl: 'https://a', clientId: 'c' }, { redirectUri: 'https://b/console/', state: 's&', challenge: 'x' }));
  assert.equal(url.origin + url.pathname, 'https://a/oauth2/authorize');
  assert.equal(url.searchParams.get('redirect_uri'), 'https://b/console/');
  assert.equal(url.searchParams.get('state'), 's&');
  assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
});

test('what comes back is read', () => {
  assert.deepEqual(callbackOf('?code=a&state=b'), { code: 'a', state: 'b' });
  assert.deepEqual(callbackOf(''), {});
});

test('a token that is none has no claims', () => {
  assert.deepEqual(claimsOf('x'), {});
  assert.equal(claimsOf(`a.${Buffer.from('{"username":"sam"}').toString('base64url')}.c`).username, 'sam');
});
