const { spawn } = require('child_process');

function verify(version) {
  return new Promise((resolve, reject) => {
    const child = spawn('fwcheck', ['--release', version], { shell: true, timeout: 5000 });
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}

exports.handler = async (event) => {
  const known = await verify(event.version);
  return { known };
};
