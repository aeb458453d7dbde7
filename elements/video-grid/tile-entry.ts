/** One picture of one participant: what a tile in the grid stands for. */
export interface TileEntry {
  /** `id:source`, unique in the call; the tile's node lives as long as its key does. */
  readonly key: string;
  readonly participantId: string;
  readonly source: 'camera' | 'screen';
  readonly isLocal: boolean;
}
