import type {
  Argument,
  Block,
  ClassCode,
  ClassMember,
  CodeModule,
  Expression,
  FunctionCode,
  ObjectEntry,
  ObjectSpread,
  Parameter,
  Pattern,
  Statement,
} from '#syntax/code/form';

/** The common form in one line for each statement, so that a test says what was understood and not where. */
export function print(module: CodeModule): string {
  return block(module.body).join('\n');
}

function block(body: Block): string[] {
  return body.flatMap(statement);
}

function indented(body: Block): string[] {
  return block(body).map((line) => `  ${line}`);
}

function statement(node: Statement): string[] {
  switch (node.kind) {
    case 'expression':
      return [expression(node.value)];
    case 'declaration':
      return [`${node.how} ${pattern(node.pattern)}${typed(node.annotation)}${valued(node.value)}`];
    case 'function-declaration':
      return code(`function ${node.name}`, node.code);
    case 'class-declaration':
      return classCode(`class ${node.name}`, node.code);
    case 'if':
      return [
        `if ${expression(node.test)}`,
        ...indented(node.then),
        ...(node.otherwise.length > 0 ? ['else', ...indented(node.otherwise)] : []),
      ];
    case 'loop': {
      const head: string[] = [node.how];
      if (node.initial.length > 0) head.push(`initial(${block(node.initial).join('; ')})`);
      if (node.test) head.push(expression(node.test));
      if (node.update) head.push(`update(${expression(node.update)})`);
      if (node.target) head.push(pattern(node.target));
      if (node.iterable) head.push(`<- ${expression(node.iterable)}`);
      const otherwise = node.otherwise.length > 0 ? ['else', ...indented(node.otherwise)] : [];
      return [head.join(' '), ...indented(node.body), ...otherwise];
    }
    case 'switch':
      return [
        `switch ${expression(node.subject)}${node.fallsThrough ? ' falls through' : ''}`,
        ...node.cases.flatMap((each) => [
          `  ${each.tests.length === 0 ? 'default' : `case ${each.tests.map(expression).join(', ')}`}${
            each.binds.length > 0 ? ` binds ${each.binds.map(pattern).join(', ')}` : ''
          }${each.guard ? ` if ${expression(each.guard)}` : ''}`,
          ...indented(each.body).map((line) => `  ${line}`),
        ]),
      ];
    case 'try':
      return [
        'try',
        ...indented(node.body),
        ...node.handlers.flatMap((handler) => [
          ['catch', ...handler.types.map(expression), handler.parameter ? `as ${pattern(handler.parameter)}` : '']
            .filter((word) => word !== '')
            .join(' '),
          ...indented(handler.body),
        ]),
        ...(node.otherwise.length > 0 ? ['else', ...indented(node.otherwise)] : []),
        ...(node.finalizer.length > 0 ? ['finally', ...indented(node.finalizer)] : []),
      ];
    case 'return':
    case 'throw':
      return [node.value ? `${node.kind} ${expression(node.value)}` : node.kind];
    case 'jump':
      return [node.how];
    case 'block':
      return ['block', ...indented(node.body)];
    case 'with':
      return [
        `with ${node.items
          .map((item) => `${expression(item.value)}${item.target ? ` as ${pattern(item.target)}` : ''}`)
          .join(', ')}`,
        ...indented(node.body),
      ];
    case 'import':
      return [
        `import ${JSON.stringify(node.source)}${node.bindings
          .map(({ how, imported, local }) => ` ${how}:${imported}${imported === local ? '' : `->${local}`}`)
          .join('')}`,
      ];
    case 'export':
      return [
        `export${node.source === undefined ? '' : ` ${JSON.stringify(node.source)}`}${node.bindings
          .map(({ exported, local, value }) => ` ${local ?? (value ? expression(value) : '')}->${exported}`)
          .join('')}`,
      ];
    case 'scope':
      return [`${node.how} ${node.names.join(' ')}`];
  }
}

function typed(annotation: Expression | undefined): string {
  return annotation ? `: ${expression(annotation)}` : '';
}

function valued(value: Expression | undefined): string {
  return value ? ` = ${expression(value)}` : '';
}

function code(head: string, node: FunctionCode): string[] {
  return [`${marks(node)}${head}(${node.parameters.map(parameter).join(', ')})`, ...indented(node.body)];
}

function marks(node: FunctionCode): string {
  return [
    ...node.decorators.map((decorator) => `@${expression(decorator)} `),
    node.isAsync ? 'async ' : '',
    node.isGenerator ? 'generator ' : '',
  ].join('');
}

function parameter(node: Parameter): string {
  const decorators = node.decorators.map((decorator) => `@${expression(decorator)} `).join('');
  const rest = node.rest === 'list' ? '...' : node.rest === 'keywords' ? '**' : '';
  return `${decorators}${node.isField ? 'field ' : ''}${rest}${pattern(node.pattern)}${typed(node.annotation)}`;
}

function classCode(head: string, node: ClassCode): string[] {
  const decorators = node.decorators.map((decorator) => `@${expression(decorator)} `).join('');
  const bases = node.bases.length > 0 ? ` extends ${node.bases.map(expression).join(', ')}` : '';
  const keywords = node.keywords.map((keyword) => ` ${argument(keyword)}`).join('');
  return [`${decorators}${head}${bases}${keywords}`, ...node.members.flatMap(member).map((line) => `  ${line}`)];
}

function member(node: ClassMember): string[] {
  const name = typeof node.name === 'string' ? node.name : `[${expression(node.name)}]`;
  const head = `${node.isStatic ? 'static ' : ''}${node.kind} ${name}`;
  if (node.code) return code(head, node.code);
  const decorators = node.decorators.map((decorator) => `@${expression(decorator)} `).join('');
  return [`${decorators}${head}${typed(node.annotation)}${valued(node.value)}`];
}

function argument(node: Argument): string {
  const mark = node.spread === 'list' ? '...' : node.spread === 'keywords' ? '**' : '';
  return `${mark}${node.name === undefined ? '' : `${node.name}=`}${expression(node.value)}`;
}

function key(node: string | Expression): string {
  return typeof node === 'string' ? node : `[${expression(node)}]`;
}

function entry(node: ObjectEntry | ObjectSpread): string {
  if ('spread' in node) return `...${expression(node.spread)}`;
  return `${node.accessor ? `${node.accessor} ` : ''}${key(node.key)}: ${expression(node.value)}`;
}

/** An expression with brackets around everything that has operands. */
export function expression(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return node.value === undefined ? 'undefined' : JSON.stringify(node.value);
    case 'regex':
      return `/${node.pattern}/${node.flags}`;
    case 'name':
      return node.name;
    case 'this':
      return node.isSuper ? 'super' : 'this';
    case 'member': {
      const dot = node.optional ? '?.' : node.bracketed ? '' : '.';
      const property = typeof node.property === 'string' ? node.property : expression(node.property);
      const quoted = typeof node.property === 'string' ? JSON.stringify(property) : property;
      return `${expression(node.object)}${dot}${node.bracketed ? `[${quoted}]` : property}`;
    }
    case 'call': {
      const how = node.how === 'call' ? '' : `${node.how} `;
      return `${how}${expression(node.callee)}${node.optional ? '?.' : ''}(${node.args.map(argument).join(', ')})`;
    }
    case 'template':
      return `template(${node.parts
        .map((part) => (typeof part === 'string' ? JSON.stringify(part) : expression(part)))
        .join(', ')})`;
    case 'object':
      return `{${node.entries.map(entry).join(', ')}}`;
    case 'list':
      return `${node.of === 'list' ? '' : node.of}[${node.items.map(argument).join(', ')}]`;
    case 'function': {
      const name = node.code.name === undefined ? '' : ` ${node.code.name}`;
      return code(`${node.code.isArrow ? 'arrow' : 'function'}${name}`, node.code)
        .map((line) => line.trim())
        .join(' ; ');
    }
    case 'class':
      return classCode(`class${node.code.name === undefined ? '' : ` ${node.code.name}`}`, node.code)
        .map((line) => line.trim())
        .join(' ; ');
    case 'binary':
    case 'logical':
      return `(${expression(node.left)} ${node.operator} ${expression(node.right)})`;
    case 'unary':
      return `(${node.operator} ${expression(node.operand)})`;
    case 'conditional':
      return `(${expression(node.test)} ? ${expression(node.then)} : ${expression(node.otherwise)})`;
    case 'assignment':
      return `(${pattern(node.target)} ${node.operator ?? ''}= ${expression(node.value)})`;
    case 'await':
      return `(await ${expression(node.value)})`;
    case 'yield':
      return `(yield${node.delegates ? '*' : ''}${node.value ? ` ${expression(node.value)}` : ''})`;
    case 'sequence':
      return `(${node.items.map(expression).join(', ')})`;
    case 'comprehension': {
      const clauses = node.clauses.map(
        (clause) =>
          ` for ${pattern(clause.target)} in ${expression(clause.iterable)}${clause.conditions
            .map((condition) => ` if ${expression(condition)}`)
            .join('')}`,
      );
      return `${node.of}[${node.key ? `${expression(node.key)}: ` : ''}${expression(node.element)}${clauses.join('')}]`;
    }
    case 'slice':
      return [node.from, node.to, node.step].map((part) => (part ? expression(part) : '')).join(':');
    case 'markup':
      return `<${[node.name, ...node.attributes.map(entry)].join(' ')}>(${node.children.map(expression).join(', ')})`;
    case 'opaque':
      return `opaque(${node.parts.map(expression).join(', ')})`;
  }
}

export function pattern(node: Pattern): string {
  switch (node.kind) {
    case 'name':
    case 'member':
      return expression(node);
    case 'ignored':
      return '_';
    case 'default-pattern':
      return `${pattern(node.pattern)} default ${expression(node.value)}`;
    case 'list-pattern':
      return `[${[
        ...node.items.map(pattern),
        ...(node.rest ? [`...${pattern(node.rest)}`] : []),
        ...node.after.map(pattern),
      ].join(', ')}]`;
    case 'object-pattern':
      return `{${[
        ...node.entries.map((each) => `${key(each.key)}: ${pattern(each.pattern)}`),
        ...(node.rest ? [`...${pattern(node.rest)}`] : []),
      ].join(', ')}}`;
  }
}
