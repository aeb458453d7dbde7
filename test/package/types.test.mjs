import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { packPackage } from './frameworks/example.mjs';

const run = promisify(execFile);
/** Inside of the project, so that `nexrtc/…` is this package. */
const FOLDER = '.cache/types-test';
const OPTIONS = {
  strict: true,
  noEmit: true,
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  jsx: 'react-jsx',
  types: [],
  skipLibCheck: false,
};

const USAGE = `
import { createCall, type Call } from 'nexrtc';
import { createCore } from 'nexrtc/core';
import type { NexCallLeftEvent } from 'nexrtc/elements';
import { NexCall, NexVideoTile, useCall, useCallQuality, useCallState, useDevices, useParticipants } from 'nexrtc/react';
import type {} from 'nexrtc/types/react';
import 'nexrtc/nex-call.js';

export const call: Call = createCall({ room: 'a' });
export const core = createCore();
export const room: string | null = document.querySelector('nex-call')!.room;
document.querySelector('nex-call')!.addEventListener('nex-call-left', ({ detail }: NexCallLeftEvent) => detail.reason.toUpperCase());

export function Page() {
  const own = useCall({ room: 'a', autojoin: true });
  const names: string[] = useParticipants(own).map(({ name }) => name);
  const status = useCallState((state) => state.status, own);
  const { cameras, select } = useDevices(own);
  const level = useCallQuality({ call: own })?.level;
  // @ts-expect-error: not a status
  status === 'dancing';
  return (
    <>
      <NexCall room="a" maxTiles={4} theme="dark" className="wide" onCallLeft={({ detail }) => detail.reason} onClick={() => select('camera', cameras[0]!.id)} />
      <NexVideoTile participantId="b" source="screen" call={own} ref={(tile) => tile?.focus()} />
      {/* @ts-expect-error: not a theme */}
      <NexCall theme="pink" />
      {/* @ts-expect-error: not a property */}
      <NexCall rooom="a" />
      {/* @ts-expect-error: the tile has no such event */}
      <NexVideoTile onCallLeft={() => undefined} />
      <nex-call room="a" max-tiles={4} muted layout="grid" onnex-call-left={({ detail }) => detail.reason} />
      {/* @ts-expect-error: not a layout */}
      <nex-call layout="heap" />
      {names} {level}
    </>
  );
}
`;

describe('types', () => {
  let packed;
  before(async () => {
    packed = await packPackage();
  });
  after(() => {
    packed.remove();
    rmSync(fromRoot(FOLDER), { recursive: true, force: true });
  });

  for (const [module, moduleResolution] of [
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'bundler'],
  ])
    it(`fit what the documentation shows (${moduleResolution})`, async () => {
      mkdirSync(fromRoot(FOLDER), { recursive: true });
      writeFileSync(fromRoot(`${FOLDER}/usage.tsx`), USAGE);
      const config = { compilerOptions: { ...OPTIONS, module, moduleResolution }, files: ['usage.tsx'] };
      writeFileSync(fromRoot(`${FOLDER}/tsconfig.json`), JSON.stringify(config));
      const { stdout } = await run(process.execPath, [fromRoot('node_modules/typescript/bin/tsc'), '-p', fromRoot(FOLDER)]).catch(
        (error) => error,
      );
      assert.equal(stdout, '');
    });

  it('are found as they are published (arethetypeswrong, for modules)', async () => {
    const entrypoints = [
      '.',
      './core',
      './elements',
      './react',
      './all.js',
      './nex-call.js',
      './types/react',
      './types/vue',
      './types/svelte',
    ];
    const { problems = [], types } = await checkPackage(createPackageFromTarballData(readFileSync(packed.path)), { entrypoints });
    assert.ok(types, 'no types found');
    // The package is modules only, with `exports`: neither \`require\` nor resolution from before them is promised.
    const promised = problems.filter(({ resolutionKind }) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs');
    assert.deepEqual(promised, []);
  });

  it('come with all that is exported, and with nothing of the inside', () => {
    for (const file of [
      'custom-elements.json',
      'dist/editor/html-data.json',
      'dist/editor/web-types.json',
      'dist/llms.txt',
      'dist/themes/placeholder.css',
    ])
      assert.ok(packed.files.includes(file), file);
    assert.deepEqual(
      packed.files.filter(
        (file) => !/^(?:dist\/|(?:LICENSE|README\.md|package\.json|custom-elements\.json)$)/.test(file) || file.includes('node_modules'),
      ),
      [],
    );
  });
});
