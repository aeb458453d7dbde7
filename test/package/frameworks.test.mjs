import { tryExamples } from './frameworks/try-examples.mjs';

tryExamples([{ name: 'plain' }, { name: 'react', checks: true }]);
