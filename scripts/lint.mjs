import { run } from './project/run.mjs';

const CHECKS = [
  ['eslint', ['.']],
  ['depcruise', ['--config', '.dependency-cruiser.mjs', 'src', 'elements', 'frameworks']],
];

// Each check runs, so that one finding does not hide those of the other.
for (const [command, args] of CHECKS) {
  try {
    await run(command, args);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
