import { type Arguments, type Command, type Option, WrongCall } from './command.ts';
import { nearest } from './nearest.ts';

/**
 * Part what was typed into operands and options: `--layer Data`, `--layer=Data`; everything after `--` is an
 * operand.
 *
 * @throws WrongCall for an option the command does not have, naming the nearest
 */
export function readArguments(command: Command, typed: readonly string[]): Arguments {
  const end = typed.indexOf('--');
  const words = end < 0 ? [...typed] : typed.slice(0, end);
  const operands: string[] = [];
  const options = new Map<string, string | true>();
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const [name = '', ...rest] = word.split('=');
    const option = findOption(command, name);
    const value = rest.length > 0 ? rest.join('=') : undefined;
    options.set(option.name, option.value === undefined ? true : needed(option, value, words));
  }
  if (end >= 0) operands.push(...typed.slice(end + 1));
  return { operands, options };
}

function findOption(command: Command, name: string): Option {
  const option = command.options.find((each) => each.name === name);
  if (option !== undefined) return option;
  const guess = nearest(
    name,
    command.options.map((each) => each.name),
  );
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  throw new WrongCall(`odin ${command.name} has no option ${name}.${hint}`);
}

function needed(option: Option, inline: string | undefined, words: string[]): string {
  const value = inline ?? words.shift();
  if (value === undefined || value === '') {
    throw new WrongCall(`${option.name} needs a value: ${option.name} ${option.value}`);
  }
  return value;
}

/** The text given with an option, or undefined. */
export function textOption(given: Arguments, name: string): string | undefined {
  const value = given.options.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The only operand of a command. @throws WrongCall when there is none or more than one */
export function onlyOperand(given: Arguments, what: string): string {
  const [operand, ...more] = given.operands;
  if (operand === undefined) throw new WrongCall(`Name the ${what}.`);
  if (more.length > 0) {
    throw new WrongCall(
      `One ${what} at a time: “${more[0]}” is too many. Quote names with spaces.`,
    );
  }
  return operand;
}

/** The operands of a command that takes files belonging together. @throws WrongCall when there is none */
export function fileOperands(given: Arguments): readonly string[] {
  if (given.operands.length === 0) throw new WrongCall('Name the file.');
  return given.operands;
}
