import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://csrc.nist.gov/pubs/sp/800/131/a/r2/final */
export const rule = defineHandlerRule({
  title: 'Key that is too small',
  why: 'RSA keys below 2048 bits and curves below 224 bits can be computed by whoever has the money for it, today or while what they protect still matters: then they read and sign in your name.',
  how: 'Make RSA keys of 3072 bits, or use the curve P-256 or Ed25519.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8],
  cwe: [326],
  references: ['https://csrc.nist.gov/pubs/sp/800/131/a/r2/final'],
  aliases: { semgrep: ['insufficient-rsa-key-size', 'insufficient-ec-key-size', 'insufficient-dsa-key-size'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'small-key', {
      message: ({ details: { kind = '', bits = '' } }) =>
        `The key (${code(kind)}${bits === '' ? '' : `, ${code(bits)} bits`}) is too small to last.`,
    });
  },
});
