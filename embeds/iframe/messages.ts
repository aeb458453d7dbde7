import { FLAGS, METHODS, TOKENS, VALUES, VERSION, type Attributes, type Hello, type Question, type ToPage } from './protocol.js';

const MAX_VALUE_LENGTH = 8192;
const MAX_VALUES = 4;
const MAX_CALL_LENGTH = 16_384;
const NAMES: ReadonlySet<string> = new Set([...VALUES, ...FLAGS]);
const KNOWN_METHODS: ReadonlySet<string> = new Set(METHODS);
const KNOWN_TOKENS: ReadonlySet<string> = new Set(TOKENS);
/** A colour, a length or a ratio; nothing that could load anything, or end the declaration. */
const TOKEN_VALUE = /^(?!.*(?:url|image|src)\s*\()[\w\s#%.,()+*/-]{1,200}$/iu;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A fresh object with the known names of those that the test lets through. */
function pick<Value>(
  given: unknown,
  names: ReadonlySet<string>,
  isValue: (value: unknown) => value is Value,
): Readonly<Record<string, Value>> {
  const kept: Record<string, Value> = {};
  for (const [name, value] of Object.entries(isRecord(given) ? given : {})) if (names.has(name) && isValue(value)) kept[name] = value;
  return kept;
}

const isAttribute = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && value.length <= MAX_VALUE_LENGTH);
const isToken = (value: unknown): value is string => typeof value === 'string' && TOKEN_VALUE.test(value);

const readAttributes = (given: unknown): Attributes => pick(given, NAMES, isAttribute);
const readQuestions = (given: unknown): readonly Question[] =>
  (['join', 'leave'] as const).filter((question) => Array.isArray(given) && given.includes(question));

/** The first message of a host page; null when it is none. Of another version: only that it is one. */
export function readHello(data: unknown): Hello | { readonly nexrtc: 'other' } | null {
  if (!isRecord(data) || data['type'] !== 'hello' || typeof data['nexrtc'] !== 'number') return null;
  if (data['nexrtc'] !== VERSION) return { nexrtc: 'other' };
  return {
    nexrtc: VERSION,
    type: 'hello',
    attributes: readAttributes(data['attributes']),
    tokens: pick(data['tokens'], KNOWN_TOKENS, isToken),
    asks: readQuestions(data['asks']),
  };
}

/** A later message, as fresh objects; null when it is none. */
export function readMessage(data: unknown): ToPage | null {
  if (!isRecord(data)) return null;
  const { type, id, method, values } = data;
  if (type === 'set') return { type, attributes: readAttributes(data['attributes']) };
  if (type === 'asks') return { type, asks: readQuestions(data['asks']) };
  if (typeof id !== 'number') return null;
  if (type === 'answer') return { type, id, isAllowed: data['isAllowed'] === true };
  if (type !== 'do' || typeof method !== 'string' || !KNOWN_METHODS.has(method)) return null;
  if (!Array.isArray(values) || values.length > MAX_VALUES) return null;
  // Through text: what arrives may be anything that can be cloned.
  const text = asText(values);
  if (text === null || text.length > MAX_CALL_LENGTH) return null;
  return { type, id, method: method as (typeof METHODS)[number], values: JSON.parse(text) as unknown[] };
}

function asText(values: readonly unknown[]): string | null {
  try {
    return JSON.stringify(values);
  } catch {
    return null;
  }
}
