const tracks = new Set<CanvasCaptureMediaStreamTrack>();
const streams = new Map<string, MediaStream>();

/** A flat picture with the outline of a person, which gives a frame only when `giveFrames` asks for one: nothing moves. */
export function sampleStream(hue: number): MediaStream {
  return stillStream(`person ${hue}`, 640, 360, (paint, width, height) => {
    paint.fillStyle = `hsl(${hue} 42% 68%)`;
    paint.fillRect(0, 0, width, height);
    paint.fillStyle = `hsl(${hue + 180} 36% 30%)`;
    paint.beginPath();
    paint.ellipse(width / 2, height * 1.05, height * 0.42, height * 0.42, 0, 0, Math.PI * 2);
    paint.fill();
    paint.fillStyle = `hsl(${(hue + 20) % 60} 38% 66%)`;
    paint.beginPath();
    paint.ellipse(width / 2, height * 0.42, height * 0.15, height * 0.19, 0, 0, Math.PI * 2);
    paint.fill();
  });
}

/** A shared screen: lines of text and a chart, drawn once. */
export function sampleScreen(): MediaStream {
  return stillStream('screen', 1280, 800, (paint, width, height) => {
    paint.fillStyle = '#f6f7f9';
    paint.fillRect(0, 0, width, height);
    paint.fillStyle = '#dfe3ea';
    paint.fillRect(0, 0, width, 52);
    paint.fillStyle = '#c9d0db';
    for (let line = 0; line < 9; line += 1) paint.fillRect(77, 130 + line * 64, 340 + ((line * 97) % 160), 24);
    [0.35, 0.5, 0.42, 0.68, 0.8, 0.74].forEach((part, index) => {
      paint.fillStyle = index === 4 ? '#3b6fe0' : '#9db4e6';
      paint.fillRect(690 + index * 86, 690 - part * 480, 58, part * 480);
    });
  });
}

/** One frame for everybody who looks at one of the pictures now. */
export function giveFrames(): void {
  for (const track of tracks) track.requestFrame();
}

function stillStream(
  key: string,
  width: number,
  height: number,
  draw: (paint: CanvasRenderingContext2D, width: number, height: number) => void,
): MediaStream {
  const known = streams.get(key);
  if (known) return known;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no 2D canvas');
  draw(paint, width, height);
  const stream = canvas.captureStream(0);
  for (const track of stream.getVideoTracks()) tracks.add(track as CanvasCaptureMediaStreamTrack);
  streams.set(key, stream);
  return stream;
}
