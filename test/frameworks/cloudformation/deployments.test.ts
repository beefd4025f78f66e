import { describe, expect, it } from '@jest/globals';
import { frameworks } from '#frameworks/catalogue';
import { DEFAULT_CONFIG } from '#scan/config';
import { loadStacks } from '#scan/stacks';
import { snapshotOf } from '../../source/memory.js';
import { load, plainly, propertyOf } from '../repository.js';

const TEMPLATE = `
Parameters:
  Mode: { Type: String, Default: PassThrough }
  Days: { Type: Number }
  Hosts: { Type: CommaDelimitedList, Default: 'a, b' }
  Password: { Type: String, NoEcho: true }
Resources:
  X:
    Type: AWS::Lambda::Function
    Properties: { V: !Ref Mode, Days: !Ref Days, Hosts: !Ref Hosts, Password: !Ref Password }
`;

const seen = (files: Record<string, string>, property = 'V', path = 'infra/template.yaml') =>
  propertyOf(TEMPLATE, { path, files, property });

describe("SAM's configuration", () => {
  const toml = (overrides: string, more = '') =>
    `version = 0.1\n[default.deploy.parameters]\n${more}parameter_overrides = ${overrides}\n`;

  it('gives parameters their values, also over a default', async () => {
    const files = { 'infra/samconfig.toml': toml(String.raw`"Mode=Active Days=\"30\" Hosts=x,y"`) };
    expect(await seen(files)).toBe('Active');
    expect(await seen(files, 'Days')).toBe('30');
    expect(await seen(files, 'Hosts')).toEqual(['x', 'y']);
  });

  it('is read as a list, in the older form, and in YAML', async () => {
    expect(await seen({ 'infra/samconfig.toml': toml('["Mode=Active"]') })).toBe('Active');
    const legacy = toml('"ParameterKey=Mode,ParameterValue=Active ParameterKey=Days,ParameterValue=7"');
    expect(await seen({ 'infra/samconfig.toml': legacy }, 'Days')).toBe('7');
    const yaml = 'default:\n  deploy:\n    parameters:\n      parameter_overrides: [Mode=Active]\n';
    expect(await seen({ 'infra/samconfig.yaml': yaml })).toBe('Active');
  });

  it('counts for the template that it names, by default for template.yaml', async () => {
    const other = { 'infra/samconfig.toml': toml('"Mode=Active"', 'template_file = "other.yaml"\n') };
    expect(await seen(other)).toBe('PassThrough');
    expect(await seen(other, 'V', 'infra/other.yaml')).toBe('Active');
    expect(await seen({ 'infra/samconfig.toml': toml('"Mode=Active"') }, 'V', 'infra/db.yaml')).toBe('PassThrough');
    const built = { 'infra/samconfig.toml': toml('"Mode=Active"', 'template_file = ".aws-sam/build/template.yaml"\n') };
    expect(await seen(built)).toBe('Active');
  });

  it('tells apart what its environments deploy', async () => {
    const files = {
      'infra/samconfig.toml': `${toml('"Mode=Active"')}[prod.deploy.parameters]\nparameter_overrides = "Days=9"\n`,
    };
    expect(await seen(files)).toEqual({ 'Mode is Active': 'Active', 'not Mode is Active': 'PassThrough' });
    expect(await seen(files, 'Days')).toBe('9');
  });

  it('says nothing when it is broken, and never shows what NoEcho hides', async () => {
    expect(await seen({ 'infra/samconfig.toml': '[[[' })).toBe('PassThrough');
    expect(await seen({ 'infra/samconfig.toml': toml('12') })).toBe('PassThrough');
    const secret = await seen({ 'infra/samconfig.toml': toml('"Password=hunter2hunter2"') }, 'Password');
    expect(JSON.stringify(secret)).not.toContain('hunter2');
  });

  it('does not make a parameter with such a value editable where it is used', async () => {
    const stack = await load(TEMPLATE, {
      path: 'infra/template.yaml',
      files: { 'infra/samconfig.toml': toml('"Mode=Active"') },
    });
    const [property] = stack.resources.get('X')?.read(['V']) ?? [];
    expect(property?.parameter).toBe('Mode');
    expect(property && stack.edits([property.set('Other')])).toEqual({
      declined: 'a file of parameters gives the value',
    });
  });

  it('is read in the same batch as the templates of its directory', async () => {
    const files = { 'infra/template.yaml': TEMPLATE, 'infra/samconfig.toml': toml('"Mode=Active"') };
    const memory = snapshotOf(files);
    const reads: (readonly string[])[] = [];
    const snapshot = {
      list: () => memory.list(),
      read: (paths: readonly string[]) => {
        reads.push(paths);
        return memory.read(paths);
      },
      commit: memory.commit,
    };
    const scope = new Set(['infra/template.yaml']);
    const { roots } = await loadStacks(snapshot, { frameworks, config: DEFAULT_CONFIG, scope });
    const [property] = roots[0]?.stack.resources.get('X')?.read(['V']) ?? [];
    expect(plainly(property?.value)).toBe('Active');
    expect(reads).toHaveLength(1);
    expect(roots[0]?.asked).toContain('infra/samconfig.toml');
  });
});

describe('parameter files', () => {
  it("are read in each of the forms that AWS' tools take", async () => {
    const list = JSON.stringify([{ ParameterKey: 'Mode', ParameterValue: 'Active' }]);
    expect(await seen({ 'infra/parameters.json': list })).toBe('Active');
    expect(await seen({ 'infra/params/prod.json': '{ "Parameters": { "Mode": "Active", "Days": 3 } }' }, 'Days')).toBe(
      '3',
    );
    expect(await seen({ 'infra/parameters/qa.json': '["Mode=Active"]' })).toBe('Active');
  });

  it('count only for a template that declares all that they name', async () => {
    const foreign = '{ "Parameters": { "Mode": "Active", "Cluster": "main" } }';
    expect(await seen({ 'infra/parameters.json': foreign })).toBe('PassThrough');
    expect(await seen({ 'infra/parameters.json': '{ "Mode": ' })).toBe('PassThrough');
    expect(await seen({ 'infra/parameters.json': '[1, null, []]' })).toBe('PassThrough');
  });

  it('give way to what the configuration says', async () => {
    const files = { 'infra/parameters.json': '["Mode=Active"]' };
    const given = await propertyOf(TEMPLATE, { path: 'infra/template.yaml', files, parameters: { Mode: 'Given' } });
    expect(given).toBe('Given');
  });
});
