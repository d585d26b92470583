/*
 * Keeps a draft safe while a person fills in a section of a form.
 *
 * Each answer that changes goes to the API as a small PATCH with the version it was made on. Until the server has it, it
 * also lies in this browser, under the account and the case, so that a lost connection, a session that ran out or a
 * closed window costs no input. Says in the dock what is saved and what is not, shows the server's objections beside the
 * fields a person has touched, shows and hides what depends on other answers, and makes and removes rows of tables.
 * Works on what the page's data attributes say; knows no field by name.
 */
(() => {
  'use strict';
  const form = document.querySelector('[data-draft]');
  if (!form || form.dataset.editable !== 'true') return;

  const words = JSON.parse(form.dataset.words);
  const say = (key, ...args) => (words[key] || key).replace(/\{(\d)}/g, (_, n) => args[n] ?? '');
  const api = form.dataset.api;
  const store = `tianmu.draft.${form.dataset.account}.${form.dataset.case}`;
  const lang = document.documentElement.lang;
  const PAUSE = 600;
  const LONGEST_WAIT = 60000;
  let csrf = form.dataset.csrf;
  let version = form.dataset.version;

  // What the server does not have yet: path -> {value, base}; base is what stood there before the person typed.
  let waiting = kept();
  // What the server will not take as it is: path -> value. Sent again only when it changes.
  const refused = new Map();
  const touched = new Set();
  const base = new Map();
  let timer = 0;
  let inFlight = null;
  let failures = 0;
  let halted = false;

  // --- small things -------------------------------------------------------------------------------------------------

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const wrapperOf = path => one(`[data-path="${CSS.escape(path)}"]`);
  const anchorOf = path => `f-${path.replace('].', '-').replace('[', '-').replace(']', '')}`;
  const controlsOf = path => all(`[name="${CSS.escape(path)}"]`, form);

  function icon(name, small = true) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', small ? 'ic ic-s' : 'ic');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `${form.dataset.icons}#i-${name}`);
    svg.append(use);
    return svg;
  }

  function element(tag, className, ...content) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function kept() {
    try {
      return new Map(Object.entries(JSON.parse(localStorage.getItem(store) || '{}')));
    } catch {
      return new Map();
    }
  }

  function keep() {
    try {
      if (waiting.size === 0) localStorage.removeItem(store);
      else localStorage.setItem(store, JSON.stringify(Object.fromEntries(waiting)));
    } catch {
      // A browser that keeps nothing still saves to the server.
    }
  }

  // --- answers and controls -----------------------------------------------------------------------------------------

  function valueOf(path) {
    const controls = controlsOf(path);
    if (controls.length === 0) return undefined;
    const kind = controls[0].dataset.kind;
    if (kind === 'checks') return controls.filter(c => c.checked).map(c => c.value);
    if (controls[0].type === 'radio') {
      const chosen = controls.find(c => c.checked);
      return !chosen ? null : kind === 'yesno' ? chosen.value === 'true' : chosen.value;
    }
    return controls[0].value;
  }

  function put(path, value) {
    for (const control of controlsOf(path)) {
      if (control.dataset.kind === 'checks') control.checked = (value || []).includes(control.value);
      else if (control.type === 'radio') control.checked = String(value) === control.value;
      else control.value = value ?? '';
    }
    follow(path);
  }

  const same = (a, b) => JSON.stringify(a ?? '') === JSON.stringify(b ?? '');

  /** What the page itself shows after an answer changed: counters, dependent questions, the row's line. */
  function follow(path) {
    const control = controlsOf(path)[0];
    if (!control) return;
    if (control.dataset.limit > 0) {
      const counter = document.getElementById(`${control.id}-c`);
      const length = [...control.value].length;
      one('[data-count]', counter).textContent = length;
      counter.classList.toggle('is-over', length > Number(control.dataset.limit));
    }
    for (const dependent of all(`[data-when="${CSS.escape(path)}"]`, form)) {
      const value = valueOf(path);
      const values = dependent.dataset.whenValues.split(' ').filter(Boolean);
      const given = Array.isArray(value) ? value : value === null || value === '' ? [] : [String(value)];
      dependent.hidden = values.length === 0 ? given.length === 0 : !given.some(v => values.includes(v));
    }
    const cell = one(`[data-line="${CSS.escape(path)}"]`, form);
    if (cell) {
      const typed = control.tagName !== 'SELECT' ? control.value
        : control.value === '' ? '' : control.selectedOptions[0].textContent;
      const shown = control.value !== '' && control.dataset.personal === 'true' ? masked(typed) : typed;
      one('[data-text]', cell).textContent = shown;
      if (cell.classList.contains('td-head')) {
        const row = cell.closest('[data-row]').dataset.row;
        all(`[data-row-title="${CSS.escape(row)}"]`).forEach(t => { t.textContent = typed || say('row.new'); });
      }
    }
  }

  function masked(text) {
    return text.length > 10
      ? text.slice(0, 6) + '*'.repeat(text.length - 10) + text.slice(-4)
      : text.slice(0, 3) + '*'.repeat(Math.max(0, text.length - 3));
  }

  // --- what the dock says -------------------------------------------------------------------------------------------

  const dock = document.getElementById('saved');

  function tell(state, text, ...more) {
    dock.dataset.state = state;
    dock.replaceChildren(
      icon(state === 'saved' ? 'checkc' : state === 'saving' ? 'clock' : 'alert', false),
      element('span', '', text),
      ...more);
  }

  function button(text, action, className = 'ui-button ui-button-flat is-sm') {
    const made = element('button', className, element('span', 'ui-button-text', text));
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  }

  function timeOf(instant) {
    return new Intl.DateTimeFormat('zh-CN', {
      timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false,
    }).format(instant ? new Date(instant) : new Date());
  }

  // --- notices above the form ---------------------------------------------------------------------------------------

  const notices = document.getElementById('notices');

  function notice(kind, id, title, ...content) {
    withdraw(id);
    const made = element('section', `note note--${kind}`, icon(kind === 'info' ? 'info' : 'alert', false),
      element('div', 'grow', element('h2', 't-md', title), ...content));
    made.id = id;
    notices.append(made);
    return made;
  }

  function withdraw(id) {
    document.getElementById(id)?.remove();
  }

  // --- saving -------------------------------------------------------------------------------------------------------

  function changed(path, value, delay = PAUSE) {
    const before = waiting.get(path)?.base ?? base.get(path);
    waiting.set(path, { value, base: before });
    refused.delete(path);
    touched.add(path);
    keep();
    if (halted) return;
    tell('saving', say('saving'));
    schedule(delay);
  }

  function schedule(delay) {
    clearTimeout(timer);
    timer = setTimeout(send, delay);
  }

  function toSend() {
    return [...waiting].filter(([path, entry]) => !(refused.has(path) && same(refused.get(path), entry.value)));
  }

  function request(method, address, body, more = {}) {
    return fetch(address, {
      method,
      credentials: 'same-origin',
      headers: {
        'Accept': 'application/json, application/problem+json',
        'Accept-Language': lang,
        'X-Requested-With': 'XMLHttpRequest',
        'X-CSRF-Token': csrf,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(more.headers || {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      keepalive: more.keepalive || false,
      redirect: 'manual',
    });
  }

  async function read(response) {
    try {
      return (response.headers.get('Content-Type') || '').includes('json') ? await response.json() : {};
    } catch {
      return {};
    }
  }

  const versionIn = response => (response.headers.get('ETag') || '').match(/"(\d+)"/)?.[1];

  /** Sends what waits, one request after another. Resolves when there is nothing left to send now. */
  function send() {
    clearTimeout(timer);
    if (inFlight) return inFlight;
    const batch = toSend();
    if (batch.length === 0 || halted) return Promise.resolve();
    tell('saving', say('saving'));
    inFlight = patch(batch)
      .catch(() => failed(0))
      .finally(() => { inFlight = null; })
      .then(() => (failures === 0 && !halted && toSend().length > 0 ? send() : undefined));
    return inFlight;
  }

  async function patch(batch, again = true) {
    const changes = Object.fromEntries(batch.map(([path, entry]) => [path, entry.value]));
    const response = await request('PATCH', `${api}/answers`, changes, { headers: { 'If-Match': `"${version}"` } });
    const body = await read(response);
    if (response.ok) return saved(batch, response, body);
    if (response.type === 'opaqueredirect' || response.status === 401) return signedOut();
    if (response.status === 403 && again && /csrf/.test(body.type || body.code || '')) {
      return await renewed() ? patch(batch, false) : signedOut();
    }
    if (response.status === 412 || (response.status === 409 && body.code === 'changed-meanwhile')) return stale(batch);
    if (response.status === 422 || response.status === 400) return objected(batch, body);
    if (response.status >= 500 || response.status === 429) return failed(response.status);
    halted = true;
    tell('failed', say('stopped'));
    notice('err', 'n-stopped', body.detail || say('stopped'), element('p', '', say('kept')));
  }

  function saved(batch, response, body) {
    failures = 0;
    version = versionIn(response) || body.version || version;
    form.dataset.version = version;
    one('[name=seen]', form).value = version;
    for (const [path, entry] of batch) {
      base.set(path, entry.value);
      if (waiting.has(path) && same(waiting.get(path).value, entry.value)) waiting.delete(path);
    }
    keep();
    ['n-away', 'n-session', 'n-elsewhere'].forEach(withdraw);
    showComposed(body.answers);
    if (body.violations) objections(body.violations);
    if (waiting.size === 0) tell('saved', say('saved', timeOf(body.savedAt)));
    else if (toSend().length === 0) tell('failed', say('partly'));
  }

  /** The server cannot take some of it: the rest goes on without it. */
  function objected(batch, body) {
    const violations = body.violations || [];
    const named = new Set(violations.map(v => v.field));
    for (const [path, entry] of batch) {
      if (named.has(path) || violations.length === 0) refused.set(path, entry.value);
    }
    if (!batch.some(([path]) => refused.has(path))) batch.forEach(([path, entry]) => refused.set(path, entry.value));
    violations.forEach(v => { if (v.severity !== 'warning') touched.add(v.field); });
    objections(violations, false);
    if (toSend().length === 0) tell('failed', say('partly'));
    if (violations.length === 0) notice('err', 'n-stopped', body.detail || say('partly'), element('p', '', say('kept')));
  }

  function failed(status) {
    failures += 1;
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** failures);
    tell('failed', say('failed', Math.round(wait / 1000)), button(say('retry'), () => { failures = 0; send(); }));
    notice('warn', 'n-away', say(navigator.onLine && status ? 'away' : 'offline'), element('p', '', say('kept')));
    schedule(wait);
  }

  function signedOut() {
    halted = true;
    tell('failed', say('session.short'));
    const back = encodeURIComponent(location.pathname + location.search);
    const link = element('a', 'ui-button is-sm', element('span', 'ui-button-text', say('session.again')));
    link.href = `/login?to=${back}`;
    notice('warn', 'n-session', say('session'), element('p', '', say('session.kept')), element('p', 'row', link));
  }

  /** Signed in anew in another window: the session has another token. */
  async function renewed() {
    const response = await request('GET', '/api/v1/me');
    if (!response.ok) return false;
    csrf = (await response.json()).csrfToken || csrf;
    form.dataset.csrf = csrf;
    return true;
  }

  /** The case was changed elsewhere. Where both sides changed the same answer, the person chooses; nothing is lost. */
  async function stale(batch) {
    const response = await request('GET', api);
    if (response.status === 401 || response.type === 'opaqueredirect') return signedOut();
    if (!response.ok) return failed(response.status);
    const theirs = await read(response);
    const now = versionIn(response);
    const there = path => cell(theirs.answers || {}, path);
    const both = batch.filter(([path, entry]) =>
      !same(there(path), entry.base) && !same(there(path), entry.value) && entry.value !== null);
    const useMine = () => {
      withdraw('n-elsewhere');
      halted = false;
      version = now;
      form.dataset.version = now;
      batch.forEach(([path]) => waiting.has(path) && (waiting.get(path).base = there(path)));
      send();
    };
    if (both.length === 0) {
      useMine();
      const link = button(say('elsewhere.reload'), () => leave(location.href));
      notice('info', 'n-elsewhere-info', say('elsewhere'), element('p', 'row', say('elsewhere.merged'), link));
      return undefined;
    }
    halted = true;
    tell('failed', say('elsewhere.short'));
    const list = element('dl', 'kv kv--s');
    for (const [path, entry] of both) {
      list.append(
        element('dt', '', labelOf(path)),
        element('dd', '', say('elsewhere.mine', inWords(path, entry.value)), document.createElement('br'),
          say('elsewhere.theirs', inWords(path, there(path)))));
    }
    notice('warn', 'n-elsewhere', say('elsewhere'), element('p', '', say('elsewhere.choose')), list,
      element('p', 'row',
        button(say('elsewhere.keep'), useMine, 'ui-button ui-button-outlined is-sm'),
        button(say('elsewhere.take'), () => {
          both.forEach(([path]) => waiting.delete(path));
          keep();
          location.reload();
        })));
    return undefined;
  }

  function cell(answers, path) {
    const parts = path.match(/^([^[]+)\[([^\]]+)](?:\.(.+))?$/);
    if (!parts) return answers[path];
    const row = (answers[parts[1]] || []).find(r => r.id === parts[2]);
    return parts[3] ? row?.[parts[3]] : row && true;
  }

  function inWords(path, value) {
    const control = controlsOf(path).find(c => c.value === String(value));
    const option = control?.closest('.choice')
      || [...(controlsOf(path)[0]?.options || [])].find(o => o.value === String(value));
    return option ? option.textContent : value === undefined || value === null || value === '' ? say('nothing') : value;
  }

  // --- the server's words -------------------------------------------------------------------------------------------

  function showComposed(answers) {
    if (!answers) return;
    for (const shown of all('[data-shown]', form)) {
      const value = cell(answers, shown.dataset.shown);
      if (typeof value !== 'string' && value !== undefined) continue;
      if (shown.closest('[data-path]').querySelector('[name]')) continue;
      if (value === undefined && shown.classList.contains('muted')) continue;
      shown.textContent = value || say('nothing');
      shown.classList.toggle('muted', !value);
    }
  }

  function labelOf(path) {
    const wrapper = wrapperOf(path);
    const label = wrapper ? one('[data-label]', wrapper)?.textContent : path;
    const row = wrapper?.closest('[data-row-form]');
    const title = row && one(`[data-row-title="${CSS.escape(row.dataset.rowForm)}"]`)?.textContent;
    return title ? say('place', title, label) : label;
  }

  /** The place and what is wrong with it. A message that begins with the name does not say it twice. */
  function headline(place, message) {
    const name = one('[data-label]', place).textContent;
    const row = place.closest('[data-row-form]')?.dataset.rowForm || place.dataset.ofRow;
    const title = row && one(`[data-row-title="${CSS.escape(row)}"]`)?.textContent;
    const text = message.startsWith(name) ? message : say('place', name, message);
    return title ? say('place', title, text) : text;
  }

  /** Shows what is wrong beside the fields a person has been at, takes away what is mended. */
  function objections(violations, complete = true) {
    const byPath = new Map();
    violations.forEach(v => byPath.set(v.field, [...(byPath.get(v.field) || []), v]));
    for (const wrapper of all('[data-path]', form)) {
      const path = wrapper.dataset.path;
      const list = wrapper.classList.contains('tablefield')
        ? document.getElementById(`${anchorOf(path)}-e`)
        : one('[data-errors]', wrapper);
      if (!list) continue;
      const known = one('p', list) !== null;
      const own = byPath.get(path) || [];
      if (!complete && own.length === 0) continue;
      if (!known && !touched.has(path)) continue;
      // A module's own rules speak when the whole is checked; until then what they said stands, unless it was answered.
      const stay = touched.has(path) ? [] : all('p[data-code^="rule."]', list);
      list.replaceChildren(...stay, ...own.map(objection));
      mark(path, wrapper, list);
    }
    summarise();
    if (complete) count(violations);
  }

  function objection(violation) {
    const made = element('p', violation.severity === 'warning' ? 'ui-message-error is-warn' : 'ui-message-error',
      icon('alert'), element('span', '', violation.message));
    made.dataset.code = violation.code || '';
    return made;
  }

  function mark(path, wrapper, list) {
    const faulty = one('p:not(.is-warn)', list) !== null;
    for (const control of controlsOf(path)) {
      control.classList.toggle('ui-state-error', faulty);
      if (faulty) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
    const line = one(`[data-line="${CSS.escape(path)}"]`, form);
    if (line && !line.classList.contains('td-head')) line.classList.toggle('err-t', faulty);
  }

  /** The summary on top says what stands beside the fields. */
  function summarise() {
    const summary = document.getElementById('summary');
    const items = [];
    for (const problem of all('[data-errors] p:not(.is-warn)', form)) {
      const place = problem.closest('[data-path], [data-document]');
      if (!place || place.hidden || problem.closest('template')) continue;
      const target = place.dataset.document ? place.id : anchorOf(place.dataset.path);
      const link = element('a', '', headline(place, one('span', problem).textContent));
      link.href = `#${target}`;
      items.push(element('li', '', link));
    }
    summary.hidden = items.length === 0;
    one('[data-summary-title]', summary).textContent = say('summary', items.length);
    one('[data-summary]', summary).replaceChildren(...items);
  }

  /** Where this section stands, in the task list. */
  function count(violations) {
    const quiet = new Set(['required', 'too-few-rows', 'document.missing']);
    const top = path => path.split('[')[0];
    const here = new Set(all('[data-path]', form).map(w => top(w.dataset.path)));
    const mine = violations.filter(v => v.severity !== 'warning' && here.has(top(v.field)));
    const missing = mine.filter(v => quiet.has(v.code)).length
      + all('[data-document][data-required=true]').filter(d => !one('[data-file]', d)).length;
    const wrong = mine.filter(v => !quiet.has(v.code)).length;
    const task = one(`[data-task="${CSS.escape(form.dataset.section)}"]`);
    if (!task || form.dataset.thorough === 'true') return;
    const number = [...task.parentElement.children].indexOf(task) + 1;
    task.className = wrong ? 'err' : missing ? 'half' : 'ok';
    one('i', task).replaceChildren(wrong ? '!' : missing ? String(number) : icon('check'));
    one('[data-task-state]', task).textContent =
      wrong ? say('task.err', wrong) : missing ? say('task.half', missing) : say('task.ok');
  }

  // --- rows of tables -----------------------------------------------------------------------------------------------

  function toggle(row, open) {
    const line = one(`[data-row="${CSS.escape(row)}"]`, form);
    const content = one(`[data-row-form="${CSS.escape(row)}"]`, form);
    if (!line || !content) return;
    const switcher = one('[data-toggle]', line);
    const opens = open ?? switcher.getAttribute('aria-expanded') !== 'true';
    if (opens) content.removeAttribute('data-closed');
    else content.dataset.closed = 'true';
    line.classList.toggle('is-open', opens);
    switcher.setAttribute('aria-expanded', String(opens));
    const text = one('.ui-button-text', switcher);
    text.textContent = opens ? text.dataset.open : text.dataset.closed;
    one('use', switcher).setAttribute('href', `${form.dataset.icons}#i-${opens ? 'up' : 'edit'}`);
  }

  function filled(template, id) {
    const holder = document.createElement('template');
    holder.innerHTML = template.innerHTML.replaceAll('__ROW__', id);
    return holder.content;
  }

  function addRow(adder) {
    const table = adder.closest('[data-table]');
    const id = `r${Math.random().toString(36).slice(2, 10)}`;
    one('tbody', table).append(filled(one('[data-row-template]', table), id));
    const uploads = one(`[data-row-uploads="${CSS.escape(table.dataset.table)}"]`);
    const template = uploads && one('[data-uploads-template]', uploads);
    if (template) {
      uploads.insertBefore(filled(template, id), template);
      one('[data-no-rows]', uploads).hidden = true;
    }
    toggle(id, true);
    const first = one(`[data-row-form="${CSS.escape(id)}"] [name]`, form);
    remember(one(`[data-row-form="${CSS.escape(id)}"]`, form));
    changed(first.name, '', 0);
    touched.delete(first.name);
    touched.add(table.dataset.table);
    first.focus();
  }

  async function removeRow(remover) {
    const path = remover.dataset.remove;
    const content = remover.closest('[data-row-form]');
    const id = content.dataset.rowForm;
    const title = one(`[data-row-title="${CSS.escape(id)}"]`, form).textContent;
    if (!await ask(say('row.remove.title', title), say('row.remove.text'), say('row.remove'), say('row.keep'))) return;
    await send();
    for (const file of all(`[data-row-docs="${CSS.escape(id)}"] [data-file]`)) {
      await drop(file.dataset.file);
    }
    [...waiting.keys()].filter(p => p.startsWith(`${path}.`)).forEach(p => waiting.delete(p));
    const table = content.closest('[data-table]');
    all(`[data-row="${CSS.escape(id)}"], [data-row-form="${CSS.escape(id)}"], [data-row-docs="${CSS.escape(id)}"]`)
      .forEach(e => e.remove());
    const uploads = one(`[data-row-uploads="${CSS.escape(table.dataset.table)}"]`);
    if (uploads && !one('[data-row-docs]', uploads)) one('[data-no-rows]', uploads).hidden = false;
    changed(path, null, 0);
    touched.add(table.dataset.table);
    one('[data-add]', table)?.focus();
  }

  /** Takes a document off; the case has another version afterwards. */
  async function drop(id) {
    const response = await request('DELETE', `${api}/documents/${id}`, undefined);
    if (response.status === 401 || response.type === 'opaqueredirect') { signedOut(); return false; }
    if (response.status === 403 && await renewed()) return drop(id);
    if (!response.ok && response.status !== 404) return (await read(response)).detail || say('failed.once');
    await seeVersion(response);
    return true;
  }

  async function seeVersion(response) {
    const told = versionIn(response) || versionIn(await request('GET', api));
    if (told) {
      version = told;
      form.dataset.version = told;
      one('[name=seen]', form).value = told;
    }
  }

  // --- questions before something goes -------------------------------------------------------------------------------

  function ask(title, text, yes, no) {
    const dialog = document.getElementById('confirm');
    one('.ui-dialog-title', dialog).textContent = title;
    one('[data-confirm-text]', dialog).textContent = text;
    const confirm = one('[data-confirm-yes]', dialog);
    const cancel = one('[data-confirm-no]', dialog);
    one('.ui-button-text', confirm).textContent = yes;
    one('.ui-button-text', cancel).textContent = no;
    return new Promise(resolve => {
      confirm.onclick = () => dialog.close('yes');
      cancel.onclick = () => dialog.close('no');
      dialog.onclose = () => resolve(dialog.returnValue === 'yes');
      dialog.returnValue = 'no';
      dialog.showModal();
    });
  }

  // --- listening ----------------------------------------------------------------------------------------------------

  function remember(root) {
    all('[name]', root).forEach(c => { if (!base.has(c.name) && c.name !== 'seen') base.set(c.name, valueOf(c.name)); });
  }

  form.addEventListener('input', event => {
    const control = event.target;
    if (!control.name || control.type === 'file') return;
    follow(control.name);
    const quick = control.tagName === 'SELECT' || control.type === 'radio' || control.type === 'checkbox';
    changed(control.name, valueOf(control.name), quick ? 50 : PAUSE);
  });
  form.addEventListener('change', event => {
    if (waiting.has(event.target.name) && !halted && failures === 0) schedule(50);
  });
  form.addEventListener('click', event => {
    const pressed = event.target.closest('button');
    if (!pressed) return;
    if (pressed.dataset.toggle) toggle(pressed.closest('[data-row]').dataset.row);
    else if (pressed.dataset.close) {
      event.preventDefault();
      const row = pressed.closest('[data-row-form]').dataset.rowForm;
      all('[name]', pressed.closest('[data-row-form]')).forEach(c => touched.add(c.name));
      changed(one(`[data-row-form="${CSS.escape(row)}"] [name]`).name, valueOf(one(`[data-row-form="${CSS.escape(row)}"] [name]`).name), 0);
      send().then(() => {
        const wrong = one(`[data-row-form="${CSS.escape(row)}"] .ui-state-error`);
        if (wrong) wrong.focus();
        else {
          toggle(row, false);
          one(`[data-row="${CSS.escape(row)}"] [data-toggle]`).focus();
        }
      });
    } else if (pressed.dataset.add) {
      event.preventDefault();
      addRow(pressed);
    } else if (pressed.dataset.remove) {
      event.preventDefault();
      removeRow(pressed);
    }
  });
  form.closest('form').addEventListener('submit', event => {
    event.preventDefault();
    send();
  });

  /** Goes on once everything is saved, or at once when it cannot be: what waits is kept. */
  async function leave(address) {
    await Promise.race([send(), new Promise(r => setTimeout(r, 3000))]);
    location.href = address;
  }

  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (link.target === '_blank' || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) {
      event.preventDefault();
      reveal(link.hash.slice(1));
      return;
    }
    if (toSend().length === 0 || halted) return;
    event.preventDefault();
    leave(link.href);
  });
  addEventListener('online', () => { if (!halted) { failures = 0; send(); } });
  addEventListener('pagehide', () => {
    if (halted || inFlight || toSend().length === 0) return;
    const changes = Object.fromEntries(toSend().map(([path, entry]) => [path, entry.value]));
    request('PATCH', `${api}/answers`, changes, { headers: { 'If-Match': `"${version}"` }, keepalive: true }).catch(() => {});
  });

  /** Brings a place of the form into sight, opening the row or the person's documents it is in. */
  function reveal(id) {
    const target = document.getElementById(id);
    if (!target) return;
    const row = target.closest('[data-row-form]');
    if (row) toggle(row.dataset.rowForm, true);
    const line = target.closest('[data-row]');
    if (line) toggle(line.dataset.row, true);
    const details = target.closest('details');
    if (details) details.open = true;
    target.scrollIntoView({ block: 'center' });
    const group = document.getElementById(`${id}-w`);
    const into = target.matches('input, select, textarea, [tabindex]') ? target
      : one('input, select, textarea', target) || (group && one('input', group)) || target;
    into.focus({ preventScroll: true });
  }

  // --- beginning ----------------------------------------------------------------------------------------------------

  remember(form);
  all('[data-row]', form).forEach(line => {
    toggle(line.dataset.row, line.classList.contains('is-faulty'));
  });
  if (waiting.size > 0) {
    const clash = [];
    for (const [path, entry] of [...waiting]) {
      if (controlsOf(path).length === 0) continue;
      const there = base.get(path);
      if (same(there, entry.value)) waiting.delete(path);
      else {
        if (!same(there, entry.base)) clash.push([path, entry]);
        touched.add(path);
        put(path, entry.value);
      }
    }
    keep();
    if (clash.length > 0) stale(clash);
    else if (waiting.size > 0) {
      notice('info', 'n-back', say('back'), element('p', '', say('back.text')));
      send();
    }
  }
  if (location.hash.length > 1) reveal(location.hash.slice(1));
  else if (form.dataset.thorough === 'true' && !document.getElementById('summary').hidden) {
    one('.ui-messages-error', document.getElementById('summary')).focus();
  }

  window.tianmuDraft = { say, icon, element, ask, send, drop, summarise, renewed, signedOut, seeVersion, form, csrf: () => csrf };
})();
