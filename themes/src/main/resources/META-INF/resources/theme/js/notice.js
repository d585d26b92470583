/*
 * 起草通知：停笔几秒后整张表在后台保存，只换没有输入框的部分（清单、预览、提示），正在写的内容不动。
 * Without it the buttons send the whole page, and nothing is missing but the preview while one writes.
 */
(() => {
  'use strict';
  const PAUSE = 4000;
  const form = document.getElementById('notice');
  const dock = document.querySelector('.nd-dock');
  let timer = 0;
  let changed = false;
  let busy = false;

  const part = name => document.querySelector(`[data-part="${name}"]`);
  const say = (words, state) => {
    const saved = part('saved');
    saved.dataset.state = state;
    saved.querySelector('span').textContent = words;
  };

  // The keys and versions a later post needs.
  const renew = page => {
    for (const name of ['jakarta.faces.ViewState', 'jakarta.faces.ClientWindow', 'primefaces.nonce', 'version', 'latest']) {
      const fresh = page.querySelector(`#notice [name="${name}"]`);
      const old = form.querySelector(`[name="${name}"]`);
      if (fresh && old) {
        old.value = fresh.value;
      }
    }
  };

  const replace = page => {
    const view = document.querySelector('.nd-v');
    const top = view ? view.scrollTop : 0;
    const open = [...document.querySelectorAll('.nd-att')].map(each => each.open);
    document.querySelectorAll('[data-part]').forEach(old => {
      const fresh = page.querySelector(`[data-part="${CSS.escape(old.dataset.part)}"]`);
      if (fresh && fresh.innerHTML !== old.innerHTML) {
        old.replaceChildren(...document.adoptNode(fresh).childNodes);
      }
    });
    document.querySelectorAll('.nd-att').forEach((each, i) => { each.open = Boolean(open[i]); });
    if (view) {
      view.scrollTop = top;
    }
    form.querySelectorAll('.ui-inputfield[id]').forEach(field => {
      const fresh = page.getElementById(field.id);
      const faulty = Boolean(fresh && fresh.classList.contains('ui-state-error'));
      field.classList.toggle('ui-state-error', faulty);
      field.toggleAttribute('aria-invalid', faulty);
      if (faulty) {
        field.setAttribute('aria-invalid', 'true');
      }
    });
    const saved = part('saved');
    delete saved.dataset.state;
  };

  const save = async () => {
    clearTimeout(timer);
    if (busy) {
      timer = setTimeout(save, PAUSE);
      return;
    }
    busy = true;
    changed = false;
    say(dock.dataset.wordsSaving, 'saving');
    try {
      const data = new URLSearchParams(new FormData(form));
      data.set('do', 'save');
      const answer = await fetch(form.action, {method: 'POST', body: data, credentials: 'same-origin'});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (answer.status === 401 || !page.getElementById('notice')) {
        changed = true;
        say(dock.dataset.wordsSignIn, 'failed');
        return;
      }
      // Sent back without having been heard: the session had ended. Once more with the new one.
      if (answer.redirected && !new URL(answer.url).searchParams.has('done')) {
        changed = true;
        const version = form.querySelector('[name=version]').value;
        renew(page);
        form.querySelector('[name=version]').value = version;
        timer = setTimeout(save, PAUSE);
        return;
      }
      const stale = page.querySelector('[data-part=news] button[value=overwrite]');
      renew(page);
      if (stale) {
        changed = true;
        part('news').replaceChildren(...document.adoptNode(page.querySelector('[data-part=news]')).childNodes);
        part('news').scrollIntoView({block: 'center'});
        say(dock.dataset.wordsUnsaved, 'failed');
        form.dataset.stale = 'true';
        return;
      }
      replace(page);
    } catch (lost) {
      changed = true;
      say(dock.dataset.wordsOffline, 'failed');
      timer = setTimeout(save, 3 * PAUSE);
    } finally {
      busy = false;
    }
  };

  form.addEventListener('input', e => {
    if (!e.target.name || e.target.closest('dialog')) {
      return;
    }
    changed = true;
    clearTimeout(timer);
    // After a conflict somebody has to decide first.
    if (!form.dataset.stale) {
      say(dock.dataset.wordsUnsaved, 'saving');
      timer = setTimeout(save, PAUSE);
    }
  });
  form.addEventListener('submit', () => {
    changed = false;
    clearTimeout(timer);
  });
  addEventListener('beforeunload', e => {
    if (changed) {
      e.preventDefault();
    }
  });
})();
