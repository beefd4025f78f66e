// Keeps the page true: exchanges its living part when the pull request changes, and sends forms without leaving the page.
const live = () => document.querySelector('#live');

function keyOf(details) {
  const owner = details.closest('[id]');
  return `${owner.id}/${[...owner.querySelectorAll('details')].indexOf(details)}`;
}

async function refresh() {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#live');
  if (!next) return;
  const open = new Set([...live().querySelectorAll('details[open]')].map(keyOf));
  live().replaceWith(document.importNode(next, true));
  for (const details of live().querySelectorAll('details')) if (open.has(keyOf(details))) details.open = true;
}

let seen;
let running = Promise.resolve();
const events = new EventSource('/events');
events.addEventListener('message', ({ data }) => {
  if (seen !== undefined && seen !== data) running = running.then(refresh).catch(() => {});
  seen = data;
});
events.addEventListener('error', () => say('The demo has stopped: start it again with npm run demo.'));
events.addEventListener('open', () => say(''));

function say(text) {
  const toast = document.querySelector('#toast');
  toast.textContent = text;
  toast.hidden = text === '';
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  event.preventDefault();
  const buttons = [...form.querySelectorAll('button')];
  for (const button of buttons) button.disabled = true;
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { accept: 'text/plain' },
      redirect: 'manual',
    });
    // A redirection is opaque here: the form was taken.
    say(response.type === 'opaqueredirect' ? '' : await response.text());
    if (response.type === 'opaqueredirect') form.reset();
  } catch {
    say('The demo does not answer: start it again with npm run demo.');
  }
  for (const button of buttons) button.disabled = false;
});

document.addEventListener('click', ({ target }) => {
  const text = target.closest('[data-insert]')?.dataset.insert;
  const field = document.querySelector('#body');
  if (text === undefined || field === null) return;
  field.value = text;
  field.focus();
});

setInterval(() => {
  for (const time of document.querySelectorAll('time')) {
    const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / 60000);
    time.textContent = minutes < 1 ? 'just now' : `${minutes} min ago`;
  }
}, 20000);
