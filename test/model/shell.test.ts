import { describe, expect, it } from '@jest/globals';
import { downloadsIntoShell, shellQuoting, uncheckedDownloads } from '#model/shell';

describe('the quotes around a place of a script', () => {
  it.each([
    ['echo @', 'bare'],
    ['echo "a @ b"', 'double'],
    ["echo 'a @ b'", 'single'],
    ['echo "it\'s @"', 'double'],
    ['echo \\"@', 'bare'],
    ["# don't\necho @", 'bare'],
    ["echo it'#'s @", 'bare'],
    ['X=$(cat @)', 'bare'],
    ['echo "$(cat @)"', undefined],
    ['echo `cat @`', undefined],
    ['cat <<EOF\n@\nEOF', undefined],
    ["echo 'a\n@ b", undefined],
    ['# about @', undefined],
    ["echo $'a' @", undefined],
  ])('%j: %s', (script, quoting) => {
    const at = script.indexOf('@');
    expect(shellQuoting(script, at)).toBe(quoting);
  });
});

describe('downloads', () => {
  it.each([
    'curl -fsSL https://x.example/i.sh | bash',
    'curl https://x.example/i.sh |sh -s -- -y',
    'wget -qO- https://x.example/i.sh | sudo -E bash -',
    'curl https://x.example/i.sh \\\n  | FOO=1 /bin/sh',
    'bash <(curl -s https://x.example/i.sh)',
    'sh -c "$(curl -fsSL https://x.example/i.sh)"',
  ])('are run at once by %j', (script) => {
    expect(downloadsIntoShell(script)).toHaveLength(1);
  });

  it.each([
    'curl https://x.example/i.sh -o i.sh; sh i.sh',
    'curl https://x.example/x.tgz | tar xz',
    'curl https://x.example/a\ncat b | sh',
    '# curl https://x.example/i.sh | bash',
    'curl https://x.example/a | shasum',
  ])('are not run at once by %j', (script) => {
    expect(downloadsIntoShell(script)).toEqual([]);
  });

  it.each([
    ['curl -fsSLk https://x.example/a', undefined],
    ['curl -k https://x.example/a', ' -k'],
    ['wget --no-check-certificate https://x.example/a', ' --no-check-certificate'],
    ['dnf install -y --nogpgcheck jq', ' --nogpgcheck'],
  ])('are unchecked in %j', (script, removable) => {
    expect(uncheckedDownloads(script).map((one) => one.removable)).toEqual([removable]);
  });

  it.each([
    'curl https://x.example/a-k',
    'curl -k https://localhost:8443/',
    'tar -xk a',
    'curl -o x https://a; grep -k b',
  ])('are checked in %j', (script) => {
    expect(uncheckedDownloads(script)).toEqual([]);
  });

  it('takes no time for long scripts without a match', () => {
    const long = `curl ${'-a \\\n'.repeat(20_000)}`;
    expect(downloadsIntoShell(long)).toEqual([]);
    expect(uncheckedDownloads(`curl ${'-x '.repeat(30_000)}`)).toEqual([]);
  });
});
