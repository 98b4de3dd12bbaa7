'use strict';
/* Follows a check over the event stream. The page works without it: then it is loaded anew every now and then. */
(() => {
  const main = document.getElementById('main');
  const said = document.getElementById('said');
  if (!main || !main.dataset.stream || !window.EventSource) return;

  const byId = id => document.getElementById(id);
  const styles = {READY: 'good', ATTENTION: 'look', NOT_READY: 'bad', UNKNOWN: 'unsure', NOT_CHECKED: 'quiet'};

  function mark(style) {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    svg.setAttribute('class', 'mark');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS(ns, 'use');
    use.setAttribute('href', '#mark-' + style);
    svg.append(use);
    return svg;
  }

  function started() {
    byId('progress').hidden = false;
    const button = byId('check');
    if (button) button.setAttribute('aria-disabled', 'true'); // disabled would take the focus away
    const notice = byId('notice');
    if (notice) notice.hidden = true;
  }

  /* One key is done. Texts are set as text, never as markup. */
  function keyDone(key) {
    started();
    const list = byId('progress-keys');
    const style = styles[key.verdict] || 'quiet';
    const name = key.name + (key.role === 'MASTER' ? ' (master)' : '');
    const item = [...list.children].find(li => li.dataset.name === name) || list.appendChild(document.createElement('li'));
    item.dataset.name = name;
    item.className = 'pill ' + style;
    const bold = document.createElement('b');
    bold.textContent = name;
    item.replaceChildren(mark(style), bold, ' ' + (list.dataset[key.verdict.toLowerCase()] || ''));
  }

  /* A report is there: the page as the server makes it takes the place of this one, without a jump. */
  async function renew() {
    const answer = await fetch(location.pathname + location.search.replace(/([?&])again=[0-9]*/, '$1'), {headers: {Accept: 'text/html'}, credentials: 'same-origin'});
    if (!answer.ok) {
      location.reload();
      return;
    }
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = next.getElementById('main');
    const open = [...main.querySelectorAll('details[open]')].map(details => details.id);
    const focused = main.contains(document.activeElement) ? document.activeElement.id : '';
    main.replaceChildren(...fresh.childNodes);
    main.dataset.stamp = fresh.dataset.stamp;
    document.title = next.title;
    open.forEach(id => { if (byId(id)) byId(id).open = true; });
    if (focused && byId(focused)) byId(focused).focus({preventScroll: true});
    listen();
    const title = main.querySelector('h1');
    said.textContent = main.dataset.finished + ' ' + (title ? title.textContent : '');
  }

  function notice(text) {
    const notice = byId('notice');
    notice.textContent = text;
    notice.hidden = false;
    said.textContent = text;
  }

  async function ask(event) {
    event.preventDefault();
    if (byId('check').getAttribute('aria-disabled') === 'true') return;
    try {
      const answer = await fetch(event.target.action, {method: 'POST', headers: {Accept: 'application/json'}, credentials: 'same-origin'});
      if (answer.status === 429) notice(main.dataset.again.replace('#', answer.headers.get('Retry-After')));
      else if (answer.status === 401) location.reload();
      else if (answer.ok) { byId('progress-keys').replaceChildren(); started(); said.textContent = byId('progress-title').textContent; }
      else notice(main.dataset.failed);
    } catch (failure) {
      notice(main.dataset.failed);
    }
  }

  function listen() {
    const form = byId('refresh');
    if (form) form.addEventListener('submit', ask);
  }

  listen();
  const stream = new EventSource(main.dataset.stream);
  stream.addEventListener('key', event => keyDone(JSON.parse(event.data)));
  stream.addEventListener('report', event => {
    const report = JSON.parse(event.data);
    const stamp = report.checkedAt + '/' + report.durationMs + '/' + report.gate.open;
    if (stamp !== main.dataset.stamp) renew();
  });
  /* Refused for good, such as when the session has ended: what comes next is the server's to say. */
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), byId('progress') && byId('progress').hidden ? 30000 : 2000);
  });
  addEventListener('pagehide', () => stream.close());
  /* Brought back as it was left, with its stream closed. */
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
})();
