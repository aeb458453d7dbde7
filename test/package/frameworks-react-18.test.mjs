import { tryExamples } from './frameworks/try-examples.mjs';

// The example as it is, in the oldest React that the wrappers are for.
const versions = { react: '18.3.1', 'react-dom': '18.3.1', '@types/react': '18.3.24', '@types/react-dom': '18.3.7' };
tryExamples([{ name: 'react', checks: true, versions }]);
