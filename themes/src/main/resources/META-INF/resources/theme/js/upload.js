/*
 * Documents of a form: chosen, sent with their progress, cancelled, tried again, replaced, taken off. A file that did not
 * come through keeps its name on the page, with the reason. Size and type are looked at here first, so that nobody waits
 * for an upload that cannot be; the server decides.
 */
(() => {
  'use strict';
  const draft = window.tianmuDraft;
  if (!draft) return;
  const { say, icon, element, form } = draft;
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const api = `${form.dataset.api}/documents`;
  const MEBIBYTE = 1024 * 1024;

  const sized = bytes => bytes < MEBIBYTE
    ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MEBIBYTE).toFixed(1)} MB`;

  function state(line, kind, text) {
    const tag = one('[data-state]', line);
    tag.className = `tag tag--${kind}`;
    tag.textContent = text;
  }

  /** The state, the button and the counts follow from the files that are there. */
  function settle(line) {
    const files = all('[data-file]', line).length;
    const limit = Number(line.dataset.maxCount);
    const failed = all('[data-failed]', line).length > 0;
    if (failed) state(line, 'back', say('document.failed'));
    else if (files === 0) state(line, 'off', say('document.none'));
    else state(line, 'ok', say('document.there', clock()));
    line.classList.toggle('is-err', failed);
    const pick = one('[data-pick]', line);
    pick.classList.toggle('ui-button-outlined', files === 0);
    pick.classList.toggle('ui-button-flat', files > 0);
    one('.ui-button-text', pick).textContent =
      files === 0 ? say('document.pick') : limit === 1 || files >= limit ? say('document.replace') : say('document.more');
    one('use', pick).setAttribute('href', `${form.dataset.icons}#i-${files === 0 ? 'ul' : 'rot'}`);
    if (files > 0) all('p[data-code="document.missing"]', line).forEach(p => p.remove());
    perRow(line.dataset.ofRow);
    draft.summarise();
  }

  function perRow(row) {
    if (!row) return;
    const group = one(`[data-row-docs="${CSS.escape(row)}"]`);
    const needed = all('[data-required=true]', group);
    const missing = needed.filter(l => !one('[data-file]', l)).length;
    const tag = one('[data-docs-state]', group);
    tag.className = missing ? 'tag tag--wait' : 'tag tag--ok';
    tag.textContent = missing ? say('document.missing', missing) : say('document.complete', needed.length);
    const cell = one(`[data-row-documents="${CSS.escape(row)}"]`);
    if (cell) {
      cell.className = tag.className;
      cell.textContent = `${needed.length - missing} / ${needed.length}`;
    }
  }

  const clock = () => new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(new Date());

  function objection(file, line) {
    if (file.size === 0) return say('document.empty');
    if (file.size > Number(form.dataset.maxBytes)) {
      return say('document.large', sized(file.size), Math.floor(form.dataset.maxBytes / MEBIBYTE));
    }
    const endings = one('input[type=file]', line).accept.split(',');
    const name = file.name.toLowerCase();
    return endings.some(e => name.endsWith(e)) ? null : say('document.type', endings.join(' '));
  }

  /** A line for one file on its way; stays with the reason when it does not come through. */
  function entry(line, file) {
    const made = element('li', 'upload', element('span', 'sm', file.name));
    one('[data-files]', line).append(made);
    return made;
  }

  function fail(line, item, file, reason, retry) {
    item.dataset.failed = 'true';
    const text = element('p', 'ui-message-error', icon('alert'), element('span', '', reason));
    text.setAttribute('role', 'alert');
    const buttons = element('span', 'row row--s');
    if (retry) buttons.append(flat('ul', say('document.again'), () => { item.remove(); begin(line, file); }));
    buttons.append(flat('x', say('document.forget'), () => { item.remove(); settle(line); }));
    item.replaceChildren(element('span', 'sm', file.name), text, buttons);
    settle(line);
  }

  function flat(name, text, action) {
    const made = element('button', 'ui-button ui-button-flat is-sm', icon(name), element('span', 'ui-button-text', text));
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  }

  async function begin(line, file) {
    const item = entry(line, file);
    const wrong = objection(file, line);
    if (wrong) {
      fail(line, item, file, wrong, false);
      return;
    }
    // A row has to be there before its documents.
    await draft.send();
    const limit = Number(line.dataset.maxCount);
    const there = all('[data-file]', line);
    if (there.length >= limit) {
      const old = there[there.length - 1];
      const gone = await draft.drop(old.dataset.file);
      if (gone !== true) {
        fail(line, item, file, gone || say('document.broken'), true);
        return;
      }
      old.remove();
    }
    transfer(line, item, file, true);
  }

  function transfer(line, item, file, again) {
    const bar = element('div', 'ui-progressbar-value');
    const track = element('div', 'ui-progressbar', bar);
    track.setAttribute('role', 'progressbar');
    track.setAttribute('aria-valuemin', '0');
    track.setAttribute('aria-valuemax', '100');
    track.setAttribute('aria-label', say('document.progress', file.name));
    const told = element('span', 'muted sm num', say('document.of', sized(0), sized(file.size)));
    const request = new XMLHttpRequest();
    const cancel = flat('x', say('document.cancel'), () => request.abort());
    item.replaceChildren(element('span', 'sm', file.name), track, told, cancel);
    state(line, 'run', say('document.coming', 0));

    request.upload.addEventListener('progress', event => {
      if (!event.lengthComputable) return;
      const percent = Math.floor(event.loaded * 100 / event.total);
      bar.style.width = `${percent}%`;
      track.setAttribute('aria-valuenow', String(percent));
      told.textContent = say('document.of', sized(Math.min(event.loaded, file.size)), sized(file.size));
      state(line, 'run', percent < 100 ? say('document.coming', percent) : say('document.checking'));
    });
    request.addEventListener('abort', () => { item.remove(); settle(line); });
    request.addEventListener('error', () => fail(line, item, file, say('document.broken'), true));
    request.addEventListener('load', async () => {
      let body = {};
      try { body = JSON.parse(request.responseText); } catch { /* no problem detail: the status speaks */ }
      if (request.status === 201 || request.status === 200) {
        arrived(line, item, file, body);
      } else if (request.status === 401) {
        draft.signedOut();
        fail(line, item, file, say('session.short'), true);
      } else if (request.status === 403 && again && await draft.renewed()) {
        transfer(line, item, file, false);
      } else {
        fail(line, item, file, body.detail || say('document.broken'), request.status >= 500 || request.status === 0);
      }
    });
    request.open('POST', api);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.setRequestHeader('X-CSRF-Token', draft.csrf());
    const parts = new FormData();
    parts.append('requirement', line.dataset.requirement);
    if (line.dataset.ofRow) parts.append('row', line.dataset.ofRow);
    parts.append('file', file);
    request.send(parts);
  }

  function arrived(line, item, file, document_) {
    const link = element('a', '', icon('file'), element('span', '', document_.fileName || file.name));
    link.href = document_.content || `${api}/${document_.id}`;
    link.target = '_blank';
    link.rel = 'noopener';
    const remove = flat('trash', say('document.remove'), () => {});
    remove.dataset.drop = document_.id;
    remove.append(element('span', 'vh', file.name));
    item.className = '';
    item.dataset.file = document_.id;
    item.replaceChildren(link, element('span', 'muted sm num', sized(file.size)), remove);
    settle(line);
  }

  form.addEventListener('click', async event => {
    const pick = event.target.closest('[data-pick]');
    if (pick) {
      one('input[type=file]', pick.closest('[data-document]')).click();
      return;
    }
    const dropper = event.target.closest('[data-drop]');
    if (!dropper) return;
    const line = dropper.closest('[data-document]');
    const item = dropper.closest('[data-file]');
    const name = one('a span', item).textContent;
    if (!await draft.ask(say('document.remove.title'), say('document.remove.text', name), say('document.remove.do'), say('document.keep'))) return;
    await draft.send();
    const gone = await draft.drop(dropper.dataset.drop);
    if (gone === true) {
      item.remove();
      settle(line);
      one('[data-pick]', line).focus();
    } else if (gone) {
      item.append(element('p', 'ui-message-error', icon('alert'), element('span', '', gone)));
    }
  });
  form.addEventListener('change', async event => {
    if (event.target.type !== 'file') return;
    const line = event.target.closest('[data-document]');
    const files = [...event.target.files];
    event.target.value = '';
    all('[data-failed]', line).forEach(i => i.remove());
    for (const file of files) await begin(line, file);
  });
})();
