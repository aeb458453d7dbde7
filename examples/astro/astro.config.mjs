export default { output: 'static', telemetry: false };
