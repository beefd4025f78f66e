const { spawn } = require('child_process');

function verify(version) {
  return new Promise((resolve, reject) => {
    const child = spawn('fwcheck', ['--release', version], { shell: false, timeout: 5000 });
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}

exports.handler = async (event) => {
  if (!/^\d+\.\d+\.\d+$/.test(event.version)) return { known: false };
  const known = await verify(event.version);
  return { known };
};
