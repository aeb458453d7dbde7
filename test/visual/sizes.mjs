/** Every state is pictured at these. `factor`: by how much the pictures are made smaller before they are kept. */
export const SIZES = [
  { width: 240, height: 180, factor: 2, pointer: 'mouse' },
  { width: 390, height: 844, factor: 4, pointer: 'finger' },
  { width: 820, height: 1180, factor: 4, pointer: 'finger' },
  { width: 1440, height: 900, factor: 4, pointer: 'mouse' },
];
