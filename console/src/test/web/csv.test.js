import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cell, csvOf } from '../../main/web/js/logic/csv.js';

test('what a spreadsheet takes for a formula gets an apostrophe', () => {
  for (const start of ['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']) {
    assert.equal(cell(`${start}1`), `'${start}1`);
    assert.equal(cell(`a;${start}1`), `a;'${start}1`);
  }
  assert.equal(cell('\r=1'), `"'\r=1"`);
  assert.equal(cell('\n=1'), `"'\n=1"`);
  assert.equal(cell(-5), '-5');
});

test('quotes, commas and line ends are quoted', () => {
  assert.equal(cell('a,"b"\nc'), '"a,""b""\nc"');
});

test('rows with different members share one line of names', () => {
  assert.equal(csvOf([{ a: 1, b: { c: 'x' } }, { a: 2, d: undefined, e: ['y'] }]), '\uFEFFa,b.c,d,e\r\n1,x,,\r\n2,,,"[""y""]"\r\n');
});

test('a name is as dangerous as a value', () => {
  assert.equal(csvOf([{ '=a': 1 }]), "\uFEFF'=a\r\n1\r\n");
});
