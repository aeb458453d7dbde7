// Only on pages of a site where not everybody may start a call: opens the room for the others, or waits until it is open.
(() => {
  const LOOK_MS = 5000;
  const TELL_MS = 30_000;

  /** The call appears in place of the words, with the key that the site hands out now. */
  function show(box, secret) {
    const call = document.createElement('nex-call');
    for (const [name, value] of Object.entries(JSON.parse(box.dataset.nexrtcWait))) call.setAttribute(name, value === true ? '' : value);
    call.setAttribute('secret', secret);
    const wait = box.querySelector('.nexrtc-wait');
    call.style.display = 'block';
    call.style.height = wait.style.height;
    wait.replaceWith(call);
  }

  async function look(box) {
    try {
      const response = await fetch(box.dataset.nexrtcUrl, { cache: 'no-store', credentials: 'omit' });
      const { isOpen, secret } = response.ok ? await response.json() : {};
      if (isOpen && typeof secret === 'string') return show(box, secret);
    } catch {
      // The next look may find the site again.
    }
    if (box.isConnected) setTimeout(() => void look(box), LOOK_MS);
  }

  function tellWhileIn(box) {
    const tell = () =>
      fetch(box.dataset.nexrtcUrl, { method: 'POST', headers: { 'X-WP-Nonce': box.dataset.nexrtcNonce } }).catch(() => undefined);
    let timer;
    box.addEventListener('nex-call-joined', () => {
      clearInterval(timer);
      timer = setInterval(tell, TELL_MS);
      void tell();
    });
    box.addEventListener('nex-call-left', () => clearInterval(timer));
  }

  for (const box of document.querySelectorAll('[data-nexrtc-wait]')) void look(box);
  for (const box of document.querySelectorAll('[data-nexrtc-nonce]')) tellWhileIn(box);
})();
