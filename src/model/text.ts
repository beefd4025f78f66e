/** What stands in a string at a place that is filled in at deployment. */
export type Part = string | ResourceRef | Hole;

/** A reference to a resource: what `Ref` (attribute `Ref`) or `Fn::GetAtt` gives at deployment. */
export interface ResourceRef {
  readonly kind: 'ref';
  /** The id of the resource in the Cloud. */
  readonly resource: string;
  readonly attribute: string;
}

/** A piece that nobody can know before the deployment, and why. */
export interface Hole {
  readonly kind: 'hole';
  /** A short phrase: `parameter Stage`, `AWS::Region`, `import of Shared-VpcId`, `dynamic reference to Secrets Manager`. */
  readonly why: string;
  /** A pseudo parameter's or parameter's name, where the hole is one: `AWS::AccountId`, `Stage`. */
  readonly name?: string;
  /** The kind of a dynamic reference, where the hole is one. */
  readonly dynamic?: 'ssm' | 'ssm-secure' | 'secretsmanager';
}

/** A string that is known in part: `!Sub 'arn:aws:s3:::${Bucket}/*'` is three parts. A wholly known string is a plain string. */
export class Text {
  constructor(readonly parts: readonly Part[]) {}

  /** The parts joined, or a plain string when all of them are known. Neighboring strings are merged, empty ones dropped. */
  static of(parts: readonly Part[]): Text | string {
    const merged: Part[] = [];
    for (const part of parts) {
      const last = merged.at(-1);
      if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
      else if (part !== '') merged.push(part);
    }
    if (merged.length === 0) return '';
    const only = merged[0];
    return merged.length === 1 && typeof only === 'string' ? only : new Text(merged);
  }

  /** The reference, when the whole text is one. */
  get ref(): ResourceRef | undefined {
    const only = this.parts.length === 1 ? this.parts[0] : undefined;
    return typeof only === 'object' && only.kind === 'ref' ? only : undefined;
  }

  /** All resources that the text names. */
  get refs(): readonly ResourceRef[] {
    return this.parts.filter((part): part is ResourceRef => typeof part === 'object' && part.kind === 'ref');
  }

  /** The text with `${…}` where something is filled in: for people and fingerprints, never to be compared with. */
  toString(): string {
    return this.parts
      .map((part) => {
        if (typeof part === 'string') return part;
        if (part.kind === 'hole') return `\${${part.name ?? part.why}}`;
        const name = part.resource.slice(part.resource.lastIndexOf('#') + 1);
        return part.attribute === 'Ref' ? `\${${name}}` : `\${${name}.${part.attribute}}`;
      })
      .join('');
  }
}

/** The parts of a string or Text. */
export function partsOf(text: string | Text): readonly Part[] {
  return typeof text === 'string' ? [text] : text.parts;
}
