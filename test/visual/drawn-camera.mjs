/**
 * Runs in a page before its scripts: its camera is a drawing of somebody in a room, since the browser's own stand-in is a
 * test card. `look` picks colours and hair; sound is the browser's.
 */
export function drawnCamera(look) {
  const { wall, light, hair, skin, shirt, cut } = look;
  const native = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const disc = (pen, x, y, width, height, colour) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(x, y, width, height, 0, 0, 7);
    pen.fill();
  };
  const box = (pen, x, y, width, height, colour, radius = 12) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.roundRect(x, y, width, height, radius);
    pen.fill();
  };
  const draw = (pen, seconds) => {
    const { width, height } = pen.canvas;
    const sway = Math.sin(seconds * 1.3) * 6;
    const room = pen.createLinearGradient(0, 0, width, height);
    room.addColorStop(0, light);
    room.addColorStop(1, wall);
    pen.fillStyle = room;
    pen.fillRect(0, 0, width, height);
    // A window, and a shelf with books.
    box(pen, 110, 80, 240, 300, 'rgb(255 255 255 / 35%)');
    box(pen, 226, 80, 8, 300, wall, 0);
    box(pen, 880, 330, 300, 14, 'rgb(0 0 0 / 25%)', 4);
    for (let book = 0; book < 7; book += 1)
      box(pen, 900 + book * 36, 230 + ((book * 37) % 40), 26, 100 - ((book * 37) % 40), book % 2 ? shirt : hair, 4);
    pen.save();
    pen.translate(640 + sway, 0);
    pen.rotate(sway / 900);
    // What of the hair is behind the face.
    if (cut === 'long') disc(pen, 0, 300, 150, 185, hair);
    if (cut === 'bun') disc(pen, 0, 140, 58, 56, hair);
    if (cut === 'curly')
      for (let turn = 0; turn < 9; turn += 1)
        disc(pen, 150 * Math.cos(2.9 + turn * 0.43), 265 + 150 * Math.sin(2.9 + turn * 0.43), 58, 58, hair);
    if (cut !== 'long') disc(pen, 0, 265, 128, 120, hair);
    box(pen, -52, 400, 104, 150, skin, 40);
    box(pen, -270, 520, 540, 400, shirt, 150);
    disc(pen, 0, 545, 66, 40, skin);
    disc(pen, 0, 320, 118, 150, skin);
    disc(pen, cut === 'short' ? 14 : 0, 205, cut === 'short' ? 112 : 124, cut === 'short' ? 48 : 60, hair);
    for (const side of [-1, 1]) {
      disc(pen, side * 45, 318, 10, Math.sin(seconds * 2) > 0.98 ? 1 : 11, '#2b2320');
      disc(pen, side * 45, 290, 22, 4, hair);
    }
    disc(pen, 0, 352, 12, 16, 'rgb(0 0 0 / 10%)');
    pen.strokeStyle = '#8c3b3b';
    pen.lineWidth = 7;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.arc(0, 372, 42, 0.35, Math.PI - 0.35);
    pen.stroke();
    pen.restore();
  };
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await native(constraints);
    const [camera] = stream.getVideoTracks();
    if (!camera) return stream;
    const pen = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 }).getContext('2d');
    draw(pen, 0);
    setInterval(() => draw(pen, performance.now() / 1000), 50);
    const [drawing] = pen.canvas.captureStream(20).getVideoTracks();
    const settings = camera.getSettings.bind(camera);
    drawing.getSettings = () => ({ ...settings(), width: 1280, height: 720 });
    stream.removeTrack(camera);
    camera.stop();
    stream.addTrack(drawing);
    return stream;
  };
}
