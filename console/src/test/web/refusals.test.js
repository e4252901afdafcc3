import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemName, refusalWords } from '../../main/web/js/logic/refusals.js';

const typed = (name, detail) => ({ type: `urn:rampart:problem:${name}`, title: 'The path names no source', detail });

test('a problem has the name that the documentation gives it', () => {
  assert.equal(problemName('urn:rampart:problem:not-found'), 'not-found');
  assert.equal(problemName('https://iana.org/assignments/http-problem-types#quota-exceeded'), 'quota-exceeded');
});

test('the words are of the type, whatever the API says', () => {
  const { title, text } = refusalWords(typed('invalid-source', 'A range is at most…'), { source: '10.0.0.0/8' });
  assert.doesNotMatch(title + text, /path|at most…/);
  assert.match(text, /too wide/);
});

test('which protection it is, only the API knows', () => {
  assert.match(refusalWords(typed('source-protected', 'It is on the allow list.')).text, /^It is on the allow list\. Protected are/);
});

test('of a text that was refused is said that it is kept', () => {
  for (const name of ['injection-suspected', 'firewall-blocked']) assert.match(refusalWords(typed(name), { text: "' OR 1=1" }).text, /still in the field/);
  assert.doesNotMatch(refusalWords(typed('firewall-blocked'), {}).text, /field/);
});

test('a type that is not known has no words', () => {
  for (const type of [undefined, 'about:blank', 'urn:rampart:problem:constructor', 'urn:rampart:problem:internal', 7]) assert.equal(refusalWords({ type }), undefined);
});
