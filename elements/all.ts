import './nex-call.js';
import './nex-controls.js';
import './nex-lobby.js';
import './nex-quality.js';
import './nex-status.js';
import './nex-video-grid.js';
import './nex-video-tile.js';
