// Starts the application that the command line names, a folder or a script, as Electron's own default application does.
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

const { target, required } = readArguments(process.argv.slice(1));
process.defaultApp = true;
for (const script of required) require(path.resolve(script));
if (target === undefined) fail('Name the folder or the script of an application.');
else start(path.resolve(target));

function readArguments(given) {
  const required = [];
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index];
    if (argument === '-r' || argument === '--require') required.push(given[(index += 1)]);
    else if (!argument.startsWith('-')) return { target: argument, required };
  }
  return { target: undefined, required };
}

function start(wanted) {
  const manifestPath = path.join(wanted, 'package.json');
  const manifest = fs.existsSync(manifestPath) ? JSON.parse(fs.readFileSync(manifestPath, 'utf8')) : {};
  const isFolder = fs.existsSync(wanted) && fs.statSync(wanted).isDirectory();
  const script = isFolder ? path.join(wanted, manifest.main ?? 'index.js') : wanted;
  if (!fs.existsSync(script)) return fail(`There is no ${script}.`);
  const name = manifest.productName ?? manifest.name;
  if (name) {
    app.setName(name);
    if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', path.join(app.getPath('appData'), name));
  }
  if (manifest.version) app.setVersion(manifest.version);
  app.setAppPath(path.dirname(isFolder ? manifestPath : script));
  require(script);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  app.exit(1);
}
