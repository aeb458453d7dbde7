/** A still picture as a video stream: a soft backdrop of that hue (degrees) and the outline of a person. */
export function fakeVideoStream(hue: number, label = '', width = 1280, height = 720): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no 2D canvas');
  const draw = (): void => {
    const backdrop = paint.createLinearGradient(0, 0, width, height);
    backdrop.addColorStop(0, `hsl(${hue} 45% 78%)`);
    backdrop.addColorStop(1, `hsl(${hue + 40} 40% 52%)`);
    paint.fillStyle = backdrop;
    paint.fillRect(0, 0, width, height);
    const unit = Math.min(width, height);
    const body = paint.createLinearGradient(0, height * 0.55, 0, height);
    body.addColorStop(0, `hsl(${hue + 180} 35% 38%)`);
    body.addColorStop(1, `hsl(${hue + 180} 40% 24%)`);
    paint.fillStyle = body;
    paint.beginPath();
    paint.ellipse(width / 2, height * 1.08, unit * 0.44, unit * 0.42, 0, 0, Math.PI * 2);
    paint.fill();
    paint.fillStyle = `hsl(${(hue + 20) % 60} 38% 66%)`;
    paint.fillRect(width / 2 - unit * 0.06, height * 0.52, unit * 0.12, unit * 0.18);
    paint.beginPath();
    paint.ellipse(width / 2, height * 0.42, unit * 0.15, unit * 0.19, 0, 0, Math.PI * 2);
    paint.fill();
    paint.fillStyle = `hsl(${hue + 200} 25% 22%)`;
    paint.beginPath();
    paint.ellipse(width / 2, height * 0.36, unit * 0.165, unit * 0.16, 0, Math.PI, Math.PI * 2);
    paint.fill();
    if (label === '') return;
    paint.fillStyle = 'hsl(0 0% 100% / 0.85)';
    paint.font = `${unit * 0.05}px sans-serif`;
    paint.fillText(label, unit * 0.05, unit * 0.09);
  };
  draw();
  const stream = canvas.captureStream(5);
  // A canvas that is not drawn gives no frame, so a late viewer would see nothing.
  const timer = setInterval(() => {
    if (stream.getVideoTracks().every((track) => track.readyState === 'ended')) clearInterval(timer);
    else draw();
  }, 250);
  return stream;
}
