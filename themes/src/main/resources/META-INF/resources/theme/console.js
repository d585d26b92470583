/*
 * 管理端：让打开的对话框锁住焦点；上传前先看大小。
 * Without it everything works too: dialogs stand open on the page, and the server says what is too large.
 */
(() => {
  'use strict';

  // The server draws what is asked as an open dialog; with script it holds the focus, and Escape leads back.
  document.querySelectorAll('dialog[data-modal]').forEach(dialog => {
    dialog.close();
    dialog.showModal();
    dialog.addEventListener('cancel', e => {
      e.preventDefault();
      location.href = dialog.querySelector('[data-back]').href;
    });
  });

  // What was done is told once; a reload does not tell it again.
  const here = new URL(location);
  if (here.searchParams.has('done')) {
    here.searchParams.delete('done');
    history.replaceState(null, '', here);
  }

  const upload = document.getElementById('upload');
  if (upload) {
    const file = upload.querySelector('[type=file]');
    const error = upload.querySelector('.ui-message-error');
    const check = () => {
      const large = file.files.length > 0 && file.files[0].size > Number(upload.dataset.max);
      error.hidden = !large;
      error.textContent = large ? upload.dataset.large : '';
      file.classList.toggle('ui-state-error', large);
      return !large;
    };
    file.addEventListener('change', check);
    upload.addEventListener('submit', e => {
      if (!check()) {
        e.preventDefault();
        file.focus();
        return;
      }
      const progress = upload.querySelector('[data-progress]');
      progress.hidden = false;
      progress.textContent = upload.dataset.busy;
      upload.querySelector('[type=submit]').disabled = true;
    });
  }
})();
