/*
 * 办理端：对话框、补正钉、材料查看；提交时只换变了的部分，页面不跳、材料不重载、没提交的字不丢。
 * Without it everything still works by links and whole-page posts, except the dialogs of cases and lists.
 */
(() => {
  'use strict';
  const form = document.getElementById('case');
  const parts = () => document.querySelectorAll('[data-part]');

  // Dialogs. The browser holds the focus inside and gives it back, also in one that the server drew open.
  const openDialogs = () => document.querySelectorAll('dialog[data-open]:not(:modal)').forEach(d => {
    d.close();
    d.showModal();
  });
  document.addEventListener('click', e => {
    const opener = e.target.closest('[data-dialog]');
    if (opener) {
      e.preventDefault();
      showWordings();
      document.getElementById(opener.dataset.dialog).showModal();
    }
    const closer = e.target.closest('[data-close]');
    if (closer) {
      e.preventDefault();
      closer.closest('dialog').close();
    }
  });

  // Before a case is returned, the dialog lists the corrections as they are worded now.
  const showWordings = () => {
    const texts = [...document.querySelectorAll('textarea[name^="request."]')];
    document.querySelectorAll('#dlg-return .ret li').forEach(li => {
      const number = li.querySelector('.pin-n').textContent;
      const box = texts.find(t => t.closest('.pinbox').querySelector('.pin-n').textContent === number);
      if (box) {
        li.querySelector('.pre').textContent = box.value;
      }
    });
  };

  // The pin: one box, moved to the line it is for.
  const pinBox = () => document.getElementById('pin-new');
  const placePin = target => {
    const line = document.querySelector(`.a[data-target="${CSS.escape(target)}"]`);
    if (line) {
      line.querySelector('dd').append(pinBox());
    }
  };
  document.addEventListener('click', e => {
    const pin = e.target.closest('[data-pin]');
    if (pin && pinBox()) {
      e.preventDefault();
      const box = pinBox();
      const words = box.querySelector('textarea');
      if (words.value.trim() && box.querySelector('[name=target]').value !== pin.dataset.pin && !box.hidden) {
        words.focus();
        box.scrollIntoView({block: 'center'});
        return;
      }
      box.querySelector('[name=target]').value = pin.dataset.pin;
      box.querySelector('[data-pin-label]').textContent = pin.dataset.label;
      if (pin.dataset.words && !words.value.trim()) {
        words.value = pin.dataset.words;
      }
      placePin(pin.dataset.pin);
      box.hidden = false;
      words.focus();
    }
    const unpin = e.target.closest('[data-unpin]');
    if (unpin) {
      e.preventDefault();
      const box = pinBox();
      box.hidden = true;
      box.querySelector('textarea').value = '';
      document.querySelector(`[data-pin="${CSS.escape(box.querySelector('[name=target]').value)}"]`)?.focus();
    }
  });

  // The viewer.
  const pick = () => document.getElementById('v-pick');
  const show = () => {
    const file = pick().selectedOptions[0];
    const body = document.querySelector('.v-body');
    const image = body.querySelector('.v-img');
    body.dataset.view = file.dataset.view;
    if (file.dataset.view === 'pdf') {
      body.querySelector('.v-pdf').src = file.dataset.src + '#navpanes=0&view=FitH';
    }
    if (file.dataset.view === 'image') {
      image.src = file.dataset.src;
      image.alt = file.textContent;
      image.style.transform = '';
    }
    for (const id of ['v-get', 'v-get2']) {
      const get = document.getElementById(id);
      get.href = file.dataset.src;
      get.download = file.dataset.name;
    }
    document.getElementById('v-about').textContent = file.dataset.about;
  };
  document.addEventListener('change', e => {
    if (e.target === pick()) {
      show();
    }
  });
  document.addEventListener('click', e => {
    const doc = e.target.closest('[data-doc]');
    if (doc && pick()) {
      e.preventDefault();
      pick().value = doc.dataset.doc;
      show();
      document.getElementById('viewer').scrollIntoView({block: 'nearest'});
    }
    const step = e.target.closest('[data-step]');
    if (step) {
      const next = pick().selectedIndex + Number(step.dataset.step);
      if (next >= 0 && next < pick().options.length) {
        pick().selectedIndex = next;
        show();
      }
    }
    const turn = e.target.closest('[data-turn]');
    if (turn) {
      const image = document.querySelector('.v-body .v-img');
      image.dataset.deg = (Number(image.dataset.deg || 0) + 90) % 360;
      image.style.transform = `rotate(${image.dataset.deg}deg)`;
    }
  });

  // What was done is told once; a reload does not tell it again.
  const forgetDone = () => {
    const here = new URL(location);
    if (here.searchParams.has('done')) {
      here.searchParams.delete('done');
      history.replaceState(null, '', here);
    }
  };

  // The case is one form. It is sent in the background and the parts that changed are put in place.
  const say = words => {
    const note = document.createElement('div');
    note.className = 'note note--err';
    note.setAttribute('role', 'alert');
    note.append(words);
    document.querySelector('[data-part=news]').replaceChildren(note);
    note.scrollIntoView({block: 'center'});
  };
  const replace = page => {
    const typed = pinBox() && !pinBox().hidden ? pinBox().querySelector('textarea').value : '';
    const target = pinBox() ? pinBox().querySelector('[name=target]').value : '';
    const closed = [...document.querySelectorAll('details.ans:not([open])')].map(d => d.id);
    parts().forEach(old => {
      const fresh = page.querySelector(`[data-part="${old.dataset.part}"]`);
      if (fresh) {
        old.replaceWith(document.adoptNode(fresh));
      }
    });
    renew(page);
    closed.forEach(id => document.getElementById(id)?.removeAttribute('open'));
    return {typed, target};
  };
  const renew = page => {
    for (const name of ['jakarta.faces.ViewState', 'jakarta.faces.ClientWindow', 'primefaces.nonce']) {
      const fresh = page.querySelector(`#case [name="${name}"]`);
      const old = form.querySelector(`[name="${name}"]`);
      if (fresh && old) {
        old.value = fresh.value;
      }
    }
  };
  const send = async (button) => {
    const data = new FormData(form, button);
    const verb = button.value.split(':')[0];
    form.setAttribute('aria-busy', 'true');
    button.disabled = true;
    try {
      const answer = await fetch(form.action, {method: 'POST', body: new URLSearchParams(data), credentials: 'same-origin'});
      if (answer.status === 401) {
        say(form.dataset.signIn);
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!page.getElementById('case')) {
        location.href = answer.url;
        return;
      }
      if (verb === 'reveal') {
        const id = button.dataset.reveal;
        const shown = page.getElementById(id);
        if (shown) {
          document.getElementById(id).textContent = shown.textContent;
          button.remove();
        }
        renew(page);
        return;
      }
      // Sent back to the page without having been heard: the session had ended. Once more, then.
      if (answer.redirected && !new URL(answer.url).searchParams.has('done')) {
        renew(page);
        say(form.dataset.again);
        return;
      }
      const before = replace(page);
      afterwards(verb, before, new URL(answer.url).hash);
    } catch (lost) {
      say(form.dataset.offline);
    } finally {
      button.disabled = false;
      form.removeAttribute('aria-busy');
    }
  };
  const afterwards = (verb, before) => {
    const box = pinBox();
    if (box && box.hidden && before.typed && verb !== 'pin') {
      box.querySelector('textarea').value = before.typed;
      box.querySelector('[name=target]').value = before.target;
      box.hidden = false;
    }
    if (box && !box.hidden) {
      placePin(box.querySelector('[name=target]').value);
    }
    openDialogs();
    const refused = document.querySelector('[data-part=news] .note--err');
    if (refused) {
      refused.scrollIntoView({block: 'center'});
    } else if (!['pin', 'unpin', 'confirm', 'save'].includes(verb)) {
      window.scrollTo({top: 0});
    }
    if (['pin', 'unpin', 'confirm'].includes(verb) && !refused) {
      document.querySelector(`.a[data-target="${CSS.escape(before.target)}"] textarea`)?.focus({preventScroll: true});
    }
  };
  if (form) {
    form.addEventListener('submit', e => {
      if (e.submitter && e.submitter.name === 'do') {
        e.preventDefault();
        send(e.submitter);
      }
    });
    const box = pinBox();
    if (box && !box.hidden) {
      placePin(box.querySelector('[name=target]').value);
    }
  }
  forgetDone();
  openDialogs();
})();
