import 'nexrtc/nex-call.js';

const call = document.querySelector('nex-call');
const address = new URLSearchParams(location.search);

call.addEventListener('nex-state-changed', ({ detail }) => {
  document.querySelector('output').textContent = detail.state;
});
document.querySelector('button').addEventListener('click', () => {
  call.theme = 'dark';
});
call.server = address.get('server');
call.room = address.get('room') ?? 'team-standup';
