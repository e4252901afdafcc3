/** The shell: who is signed in, which view is shown, and what holds everywhere. */

import { Api } from './api.js';
import { el, fill, foreign } from './dom.js';
import { parseHash } from './logic/route.js';
import { button, problem } from './parts/cells.js';
import { closeDialogs } from './parts/dialog.js';
import { showHelp } from './parts/help.js';
import { watchKeys } from './parts/keys.js';
import { preferences } from './prefs.js';
import { learn } from './server-clock.js';
import { Session } from './session.js';

const NAVIGATION = [['now', 'Now'], ['findings', 'Findings'], ['requests', 'Which gate'], ['blocks', 'Blocks'], ['tuning', 'Tuning'], ['health', 'Health']];
const VIEWS = {
  now: () => 'now-view',
  findings: (segments) => (segments.length > 1 ? 'finding-view' : 'findings-view'),
  actors: (segments) => (segments.length > 2 ? 'actor-view' : undefined),
  requests: () => 'request-view',
  blocks: () => 'blocks-view',
  tuning: () => 'tuning-view',
  health: () => 'health-view',
};
/** Each view is read when it is first shown. */
const FILES = {
  'now-view': () => import('./views/now-view.js'),
  'findings-view': () => import('./views/findings-view.js'),
  'finding-view': () => import('./views/finding-view.js'),
  'actor-view': () => import('./views/actor-view.js'),
  'request-view': () => import('./views/request-view.js'),
  'blocks-view': () => import('./views/blocks-view.js'),
  'tuning-view': () => import('./views/tuning-view.js'),
  'health-view': () => import('./views/health-view.js'),
};
const THEME_WORDS = { system: 'System', light: 'Light', dark: 'Dark' };

const main = document.getElementById('main');
const bar = document.getElementById('bar');
let context;
let view;

/** Starts the page: reads where the sign-in is, takes its answer up, and shows the first view. */
async function start() {
  preferences.apply();
  try {
    const answer = await fetch('config.json', { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`config.json is not there (${answer.status}).`);
    learn(answer.headers.get('Date'));
    const config = await answer.json();
    const session = new Session(config);
    context = { api: new Api(session), session, config };
    session.addEventListener('ended', () => showSignIn('The sign-in has ended.'));
    await session.takeUp().catch((error) => showSignIn(error.message));
  } catch (error) {
    fill(main, problem(error, () => location.reload()));
    return;
  }
  addEventListener('hashchange', showView);
  document.querySelector('.skip').addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  watchKeys(() => context.session.signedIn);
  preferences.addEventListener('change', showBar);
  if (context.session.signedIn) showView();
  else if (!main.querySelector('.sign-in')) showSignIn();
}

function showSignIn(why) {
  view = undefined;
  closeDialogs();
  fill(bar);
  fill(
    main,
    el(
      'div',
      { class: 'sign-in' },
      el('h1', { tabindex: -1 }, 'Rampart'),
      el('p', {}, 'What gates refused, what detection found, and what is blocked.'),
      why && el('p', { class: 'problem', role: 'alert' }, foreign(why)),
      button('Sign in', () => context.session.signIn(), { class: 'primary' }),
      el('p', { class: 'quiet' }, 'For the group security. You stay signed in until you close or reload the page.'),
    ),
  );
}

async function showView() {
  if (!context.session.signedIn) return;
  const asked = location.hash;
  const route = parseHash(location.hash);
  if (route.segments.length === 0) route.segments.push('now');
  const name = Object.hasOwn(VIEWS, route.segments[0]) ? VIEWS[route.segments[0]](route.segments) : undefined;
  showBar();
  closeDialogs();
  if (name && view?.localName === name && view.moveTo(route)) return;
  const first = view === undefined;
  if (name) {
    try {
      await FILES[name]();
    } catch (error) {
      fill(main, problem(error, () => location.reload()));
      return;
    }
    if (asked !== location.hash || !context.session.signedIn) return;
    view = document.createElement(name);
    Object.assign(view, { context, route });
    fill(main, view);
  } else {
    view = el('div', { class: 'empty' }, el('h1', { tabindex: -1 }, 'There is no such page.'), el('a', { href: '#/now' }, 'To what happens now'));
    fill(main, view);
  }
  scrollTo(0, 0);
  document.title = `${main.querySelector('h1')?.textContent ?? 'Finding'} · Rampart`;
  if (!first) (main.querySelector('h1') ?? main).focus({ preventScroll: true });
}

function showBar() {
  const here = parseHash(location.hash).segments[0] ?? 'now';
  const focused = document.activeElement?.id;
  const links = NAVIGATION.map(([name, text]) => el('a', { href: `#/${name}`, 'aria-current': here === name ? 'page' : undefined }, text));
  fill(
    bar,
    el('nav', { 'aria-label': 'Views' }, links),
    el(
      'div',
      { class: 'tools' },
      button(preferences.zone === 'utc' ? 'UTC' : 'Local', () => preferences.nextZone(), { id: 'zone', 'aria-label': `Time zone: ${preferences.zone === 'utc' ? 'UTC' : 'local'}. Switch` }),
      button(THEME_WORDS[preferences.theme], () => preferences.nextTheme(), { id: 'theme', 'aria-label': `Theme: ${preferences.theme}. Next` }),
      button('?', showHelp, { id: 'help', 'aria-label': 'Keys and help' }),
      el('span', { class: 'who' }, foreign(context.session.name)),
      button('Sign out', () => context.session.signOut(), { id: 'sign-out' }),
    ),
  );
  if (focused) document.getElementById(focused)?.focus();
  bar.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

start();
