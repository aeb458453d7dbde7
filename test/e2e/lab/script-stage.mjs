import { Stage } from '../stage.mjs';
import { PageHost, ScriptHost } from './script-host.mjs';

/** A stage with a host for copies of the script and another for pages that load them; all of it ends with the stage. */
export async function openScriptStage() {
  const [stage, scripts, site] = await Promise.all([Stage.open(), ScriptHost.open(), PageHost.open()]);
  stage.keep(scripts);
  stage.keep(site);
  return { stage, scripts, site, browser: await stage.browser() };
}
