import { tryExamples } from './frameworks/try-examples.mjs';

tryExamples([
  { name: 'vue', checks: true },
  { name: 'svelte', checks: true },
]);
