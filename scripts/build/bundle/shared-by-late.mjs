/**
 * The chunk of a module that several late parts share. A chunk that is loaded by `import()` may come by another address when
 * it is tried again, so none may need such a one at the address that it had: what it shares with one that comes after it,
 * and would else be a part of it, stands apart. So does what is too small for a request of its own.
 *
 * @param {string} id
 * @param {(id: string) => string | null} groupOf the chunks of several beginnings
 * @param {{ getModuleInfo: import('rollup').GetModuleInfo, getModuleIds: () => IterableIterator<string> }} modules
 */
export function sharedByLate(id, groupOf, modules) {
  if (graph?.modules !== modules.getModuleInfo) graph = { modules: modules.getModuleInfo, users: usersOf(groupOf, modules) };
  const users = graph.users.get(id) ?? new Set();
  if (users.size < 2 || AT_ONCE.some((name) => users.has(name))) return null;
  const isAtOnce = (each) => AT_ONCE.some((name) => graph.users.get(each)?.has(name));
  const comesAfter = (user, other) => {
    // Unknown of a group.
    const importers = modules.getModuleInfo(user)?.dynamicImporters;
    return importers === undefined || importers.every((importer) => !isAtOnce(importer) && graph.users.get(importer)?.has(other));
  };
  const isTiny = modules.getModuleInfo(id).code.length < TINY;
  return isTiny || [...users].some((user) => [...users].some((other) => other !== user && comesAfter(user, other))) ? 'late-shared' : null;
}

/** Less code than this, in characters before it is minified, is too small. */
const TINY = 900;
/** Chunks that are there before any late one. */
const AT_ONCE = ['all', 'join'];
let graph = null;

/** For each module, the entries and parts loaded by `import()` that need it at once. */
function usersOf(groupOf, { getModuleInfo, getModuleIds }) {
  const users = new Map();
  for (const id of getModuleIds()) {
    const { isEntry, dynamicImporters } = getModuleInfo(id);
    if (!isEntry && dynamicImporters.length === 0) continue;
    const user = groupOf(id) ?? id;
    const queue = [id];
    const seen = new Set(queue);
    for (const each of queue) {
      users.set(each, (users.get(each) ?? new Set()).add(user));
      for (const next of getModuleInfo(each).importedIds)
        if (!seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
    }
  }
  return users;
}
