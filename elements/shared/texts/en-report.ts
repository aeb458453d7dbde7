import type { RecommendationCode } from '../../../src/call/diagnostics/diagnostics-report.js';

type Advice = Readonly<Record<`advice/${RecommendationCode}`, string>>;

const advice = {
  'advice/insecure-page': 'Open this page by an address that starts with https. Browsers allow calls only there.',
  'advice/no-webrtc': 'This browser cannot make calls. Use a current version of Chrome, Edge, Firefox or Safari.',
  'advice/offline': 'This device has no network. Check the cable or the Wi-Fi; the call goes on by itself when it is back.',
  'advice/signaling-unreachable':
    'The server that brings people together does not answer. Whoever is connected stays connected, but nobody new can join. If other pages work, tell the owner of this page.',
  'advice/signaling-unstable': 'The server that brings people together was lost several times. Your network or the server is unsteady.',
  'advice/trial-server': 'This page uses a public server made for trials. The owner of this page should run one of their own.',
  'advice/untrusted-participant':
    'A connection was stopped because it could not be proven to be safe. Use another network or a new link, and tell the person who invited you.',
  'advice/no-relay':
    'A direct connection was not possible, and this page has no relay (TURN server) to fall back to. Try another network or switch off a VPN; the owner of this page should add a relay.',
  'advice/connection-failed': 'A connection could not be made, not even by a relay. Try another network, or switch off a VPN.',
  'advice/relay-over-tcp':
    'Your network blocks direct connections, so the call takes a slow detour (TCP). Try another network, switch off a VPN, or ask your administrator to allow UDP.',
  'advice/relayed': 'The call takes a detour over a relay, because no direct way was found. That works, with a little more delay.',
  'advice/loss-up': 'Much of what you send gets lost. Move closer to your Wi-Fi router or use a cable, and stop uploads and backups.',
  'advice/loss-down':
    'Much of what you receive gets lost. Move closer to your Wi-Fi router or use a cable, and stop downloads and streams.',
  'advice/high-delay': 'It takes long for sound and picture to arrive. A VPN or a distant relay may be the reason; try without.',
  'advice/high-jitter': 'Sound and picture arrive unevenly. Other programs or people may be using the same network; a cable helps most.',
  'advice/many-recoveries': 'The connection broke and was mended several times. A steadier network helps: a cable, or another Wi-Fi.',
  'advice/device-too-busy': 'This device is too busy to send a better picture. Close other programs and tabs, or turn the camera off.',
  'advice/uplink-too-narrow':
    'Your connection cannot carry a better picture. Stop uploads, choose a lower video quality, or turn the camera off.',
  'advice/video-freezes': 'The picture of others froze several times. A steadier network helps, and so does showing fewer people at once.',
  'advice/microphone-denied': 'The microphone is blocked. Allow it beside the address of this page, then turn it on again.',
  'advice/camera-denied': 'The camera is blocked. Allow it beside the address of this page, then turn it on again.',
  'advice/microphone-in-use': 'Another program is using the microphone. Close it, then turn the microphone on again.',
  'advice/camera-in-use': 'Another program is using the camera. Close it, then turn the camera on again.',
  'advice/no-microphone': 'No microphone was found. Plug one in or switch it on, then try again.',
  'advice/no-camera': 'No camera was found. Plug one in or switch it on, then try again.',
  'advice/sound-blocked': 'Your browser has muted this call. Press “Allow sound”.',
  'advice/battery-low': 'The battery is low, so less is sent. Plug the device in for a better picture.',
  'advice/data-saver': 'Your browser is set to save data, so less is sent.',
} as const satisfies Advice;

/** English words of the report of a call; loaded with it, not with the page. */
export const enReport = {
  ...advice,
  'report.download': 'Download report',
  'report.pending': 'Preparing…',
  'report.done': 'Report downloaded',
  'report.failed': 'The report could not be made. Try again.',
  'report.content': 'For whoever helps you. It holds numbers and times, no names, room, messages or addresses.',
  'report.advice': 'What may help',
} as const;
