import type { CameraFacing } from '../../media/camera-facings-port.js';
import type { Device } from '../../media/media-port.js';

/** How browsers and systems name the sides, in the languages of most phones; whatever is not among these is found by other ways. */
const FRONT = /front|user|face|selfie|vorder|avant|frontal|anterior|前|전면|أمام|ön/iu;
const BACK = /back|rear|environment|world|rück|arrière|trasera|traseira|posteriore|tylny|задн|achter|后|後|背面|후면|خلف|arka/iu;
/** Cameras of the same side for special views: the plain one is meant. */
const SPECIAL = /ultra|wide|tele|macro|depth|infra|desk|dual|triple|weitwinkel|超広角|望遠/iu;

export interface OtherCameraOptions {
  /** In the order of the browser's list. */
  readonly cameras: readonly Device[];
  /** As far as the browser says it of each, by id. */
  readonly facings: ReadonlyMap<string, CameraFacing>;
  /** Of the one in use; null where it is not known. */
  readonly currentId: string | null;
  readonly currentFacing: CameraFacing | null;
}

/**
 * The camera to go over to: the plain one of the other side, else the next of the list. A side instead of an id when
 * there is none to choose from: then the browser finds the camera of that side.
 */
export function findOtherCamera({ cameras, facings, currentId, currentFacing }: OtherCameraOptions): string {
  const named = cameras.filter(({ id }) => id !== '');
  const sideOf = ({ id, label }: Device): CameraFacing | null => facings.get(id) ?? readSide(label);
  const current = named.find(({ id }) => id === currentId);
  const side = currentFacing ?? (current === undefined ? null : sideOf(current));
  const otherSide = side === 'environment' ? 'user' : 'environment';
  if (named.length < 2) return otherSide;
  const others = named.filter((camera) => camera !== current && sideOf(camera) === otherSide);
  const other = others.find(({ label }) => !SPECIAL.test(label)) ?? others[0];
  // Of two webcams of a desk none is on another side.
  const next = named[(current === undefined ? 0 : named.indexOf(current) + 1) % named.length];
  return (other ?? next)?.id ?? otherSide;
}

function readSide(label: string): CameraFacing | null {
  if (BACK.test(label)) return 'environment';
  return FRONT.test(label) ? 'user' : null;
}
