let stream: MediaStream | null = null;

/** A shared screen: a window with lines of text and a chart, drawn anew now and then because a still canvas sends no frames. */
export function sampleScreen(): MediaStream {
  if (stream) return stream;
  const canvas = document.createElement('canvas');
  canvas.width = 1600;
  canvas.height = 1000;
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no 2D canvas');
  draw(paint, canvas.width, canvas.height);
  stream = canvas.captureStream(5);
  setInterval(() => {
    draw(paint, canvas.width, canvas.height);
  }, 500);
  return stream;
}

function draw(paint: CanvasRenderingContext2D, width: number, height: number): void {
  paint.fillStyle = '#f6f7f9';
  paint.fillRect(0, 0, width, height);
  paint.fillStyle = '#dfe3ea';
  paint.fillRect(0, 0, width, 64);
  paint.fillStyle = '#2b3240';
  paint.font = '600 44px sans-serif';
  paint.fillText('Quarter in numbers', 96, 170);
  paint.fillStyle = '#c9d0db';
  for (let line = 0; line < 9; line += 1) paint.fillRect(96, 230 + line * 56, 420 + ((line * 97) % 200), 18);
  [0.35, 0.5, 0.42, 0.68, 0.8, 0.74].forEach((part, index) => {
    paint.fillStyle = index === 4 ? '#3b6fe0' : '#9db4e6';
    paint.fillRect(860 + index * 108, 860 - part * 600, 72, part * 600);
  });
}
