import type { DockerInstruction } from '#model/documents';
import { lambdaRuntime, successorOf } from '#model/lambda-runtimes';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';

export type DockerImageResource = Resource<'Docker::Image'>;

/** A stage of a Dockerfile. */
export interface Stage {
  readonly name: string | undefined;
  readonly from: Property<string> | undefined;
  readonly instructions: readonly Property<DockerInstruction>[];
  /** Whether its layers are in the image that is built: the last stage, and those that it is made from. */
  readonly isShipped: boolean;
}

/** The stages in order. */
export function stagesOf(image: DockerImageResource): readonly Stage[] {
  const stages = image.at('Stages').flatMap((list) =>
    list.items().map((stage): Omit<Stage, 'isShipped'> => {
      const [name] = stage.at('Name');
      const [from] = stage.at('FROM');
      return {
        name: name?.string?.toLowerCase(),
        from: from?.isAbsent ? undefined : from,
        instructions: stage.at('Instructions').flatMap((one) => one.items()),
      };
    }),
  );
  const shipped = new Set<number>();
  for (let at = stages.length - 1; at >= 0; ) {
    shipped.add(at);
    const base = stages[at]?.from?.string?.toLowerCase();
    const below = stages.slice(0, at).findLastIndex((one) => one.name !== undefined && one.name === base);
    if (below === -1) break;
    at = below;
  }
  return stages.map((stage, at) => ({ ...stage, isShipped: shipped.has(at) }));
}

/** An image as `FROM` or `COPY --from` names it. */
export interface ImageName {
  /** With the registry, without tag and digest. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Takes an image's name apart; undefined for `scratch` and for what is no name. */
export function imageName(text: string): ImageName | undefined {
  const match = /^([a-z0-9][\w./:-]{0,250}?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/i.exec(text);
  const [, repository, tag, digest] = match ?? [];
  if (repository === undefined || repository === 'scratch') return undefined;
  return { repository, tag, digest };
}

/** The runtime of an AWS base image, by the identifier that Lambda has for it. */
export interface BaseRuntime {
  /** `nodejs20.x`. */
  readonly identifier: string;
  /** The image on the next runtime that lasts, where the tag can be told. */
  readonly successor: string | undefined;
}

const BASE =
  /^(?:public\.ecr\.aws\/lambda\/|(?:docker\.io\/)?amazon\/aws-lambda-)(nodejs|python|java|ruby|dotnet|go|provided)$/;
const TAG =
  /^((?:core)?\d{1,2}(?:\.\d{1,2})?(?:\.al\d{1,4})?|al\d{1,4})(?:\.20\d\d\.[\d.]{4,20})?(-(?:x86_64|arm64))?$/;

/**
 * The Lambda runtime of a base image, by its tag: `public.ecr.aws/lambda/nodejs:20` is `nodejs20.x`.
 * https://gallery.ecr.aws/lambda
 * @param today `YYYY-MM-DD`
 */
export function baseRuntime(image: string, today: string): BaseRuntime | undefined {
  const name = imageName(image);
  const language = BASE.exec(name?.repository ?? '')?.[1];
  const [, version, architecture = ''] = TAG.exec(name?.tag ?? '') ?? [];
  if (!name || language === undefined || version === undefined) return undefined;
  const identifier = identifierOf(language, version);
  if (!lambdaRuntime(identifier)) return undefined;
  const next = successorOf(identifier, today);
  const tag = next === undefined ? undefined : tagOf(language, next);
  return {
    identifier,
    successor: tag === undefined || name.digest !== undefined ? undefined : `${name.repository}:${tag}${architecture}`,
  };
}

function identifierOf(language: string, version: string): string {
  if (language === 'nodejs') return `nodejs${version}.x`;
  if (language === 'go') return `go${version}.x`;
  return language === 'provided' ? `provided.${version}` : `${language}${version}`;
}

function tagOf(language: string, identifier: string): string | undefined {
  const version = identifier.slice(language.length).replace(/\.x$/, '').replace(/^\./, '');
  return identifierOf(language, version) === identifier ? version : undefined;
}
