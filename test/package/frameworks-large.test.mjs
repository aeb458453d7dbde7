import { tryExamples } from './frameworks/try-examples.mjs';

tryExamples([{ name: 'angular' }, { name: 'astro' }]);
