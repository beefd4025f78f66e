import { describe, expect, it } from '@jest/globals';
import { type Stack, withNested } from '#model/stack';
import { Suppressions } from '#scan/suppressions';
import { applyEdits } from '#source/edit';
import type { Location } from '#source/file';
import { PUBLIC_URL, placeOf, scanOfFiles } from '../../scan/scanning.js';
import { configured, lineAt } from './configuration.js';

const URL_MODULE = `variable "auth" { default = "NONE" }
variable "cors" {
  type    = any
  default = {}
}
locals { chosen = var.auth }
resource "aws_lambda_function_url" "this" {
  function_name      = "x"
  authorization_type = local.chosen
  dynamic "cors" {
    for_each = length(keys(var.cors)) == 0 ? [] : [var.cors]
    content {
      allow_origins = try(cors.value.allow_origins, null)
      max_age       = try(cors.value.max_age, null)
    }
  }
}
`;
const WRAPPER = `variable "auth" { default = "NONE" }
module "url" {
  source = "../url"
  auth   = var.auth
}
`;
const files = { 'modules/url/main.tf': URL_MODULE, 'modules/wrapper/main.tf': WRAPPER };

const shown = ({ file, span }: Location) => `${file.path}: ${lineAt(file.text, span.start)}`;

/** Where each function URL of the application has a property. */
function places(stack: Stack, ...path: readonly string[]): string[] {
  return withNested([stack])
    .flatMap((one) => [...one.resources.values()])
    .flatMap((resource) => (resource.type === 'AWS::Lambda::Url' ? resource.read(path) : []))
    .map((property) => shown(property.location));
}

describe('a value that a caller of a module gives', () => {
  it('stands at the argument, for each caller', async () => {
    const text = `module "a" {
  source = "./modules/url"
  auth   = "NONE"
}
module "b" {
  source = "./modules/url"
  auth   = "AWS_IAM"
}
`;
    expect(places(await configured(text, files), 'AuthType')).toEqual([
      'main.tf: auth   = "NONE"',
      'main.tf: auth   = "AWS_IAM"',
    ]);
  });

  it('stands where it is written first, through several levels', async () => {
    const text = 'module "w" {\n  source = "./modules/wrapper"\n  auth   = "NONE"\n}\n';
    expect(places(await configured(text, files), 'AuthType')).toEqual(['main.tf: auth   = "NONE"']);
    const silent = 'module "w" {\n  source = "./modules/wrapper"\n}\n';
    expect(places(await configured(silent, files), 'AuthType')).toEqual(['modules/wrapper/main.tf: auth   = var.auth']);
  });

  it('stands within an object where its entry does', async () => {
    const text = `module "a" {
  source = "./modules/url"
  cors = {
    allow_origins = ["*"]
  }
}
`;
    const stack = await configured(text, files);
    expect(places(stack, 'Cors', 'AllowOrigins')).toEqual(['main.tf: allow_origins = ["*"]']);
  });

  it('stands at the branch that gives it', async () => {
    const text = `variable "open" { type = bool }
module "a" {
  source = "./modules/url"
  auth = (var.open
    ? "NONE"
    : "AWS_IAM")
}
`;
    expect(places(await configured(text, files), 'AuthType')).toEqual(['main.tf: ? "NONE"', 'main.tf: : "AWS_IAM")']);
  });

  it('stands where it is used when only a default gives it, or null', async () => {
    const used = 'modules/url/main.tf: authorization_type = local.chosen';
    const silent = 'module "a" {\n  source = "./modules/url"\n}\n';
    expect(places(await configured(silent, files), 'AuthType')).toEqual([used]);
    const nothing = 'module "a" {\n  source = "./modules/url"\n  auth   = null\n}\n';
    expect(places(await configured(nothing, files), 'AuthType')).toEqual([used]);
  });

  it('stands at the argument when a default of the caller gives it', async () => {
    const text = `variable "settings" {
  default = {
    allow_origins = ["*"]
  }
}
variable "auth" { default = "NONE" }
module "a" {
  source = "./modules/url"
  auth   = var.auth
  cors   = var.settings
}
`;
    const stack = await configured(text, files);
    expect(places(stack, 'AuthType')).toEqual(['main.tf: auth   = var.auth']);
    expect(places(stack, 'Cors', 'AllowOrigins')).toEqual(['main.tf: cors   = var.settings']);
  });

  it('is edited there, whoever else calls the module', async () => {
    const direct = URL_MODULE.replace('local.chosen', 'var.auth').replace('locals { chosen = var.auth }\n', '');
    const text = `module "a" {
  source = "./modules/url"
  auth   = "NONE" # open
}
module "b" {
  source = "./modules/url"
  auth   = "NONE"
}
`;
    const stack = await configured(text, { 'modules/url/main.tf': direct });
    const [first] = withNested([stack]).flatMap((one) => [...one.resources.values()]);
    const [property] = first?.read(['AuthType']) ?? [];
    const edits = property && stack.edits([property.set('AWS_IAM')]);
    if (!edits || 'declined' in edits) throw new Error(edits?.declined ?? 'no property');
    expect(applyEdits(stack.root, edits).text).toBe(text.replace('"NONE" # open', '"AWS_IAM" # open'));
  });

  it('is not edited where one call makes several', async () => {
    const text = `module "a" {
  for_each = toset(["x", "y"])
  source   = "./modules/url"
  auth     = "NONE"
}
`;
    const direct = URL_MODULE.replace('local.chosen', 'var.auth').replace('locals { chosen = var.auth }\n', '');
    const stack = await configured(text, { 'modules/url/main.tf': direct });
    const [first] = withNested([stack]).flatMap((one) => [...one.resources.values()]);
    const [property] = first?.read(['AuthType']) ?? [];
    expect(property && stack.edits([property.set('AWS_IAM')])).toEqual({ declined: 'var.auth gives the value' });
  });

  it('is suppressed there', async () => {
    const text = `module "a" {
  source = "./modules/url"
  auth   = "NONE" # leastwise-ignore test/lambda/public-url: a public page
}
module "b" {
  source = "./modules/url"
  auth   = "NONE"
}
`;
    const { findings, suppressions, cloud } = await scanOfFiles(
      { 'main.tf': text, 'modules/url/main.tf': URL_MODULE },
      { rules: [PUBLIC_URL] },
    );
    const index = new Suppressions(suppressions, cloud, '2026-11-22');
    expect(findings.map((finding) => [placeOf(finding), index.of(finding)?.reason])).toEqual([
      ['test/lambda/public-url main.tf:3', 'a public page'],
      ['test/lambda/public-url main.tf:7', undefined],
    ]);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});
