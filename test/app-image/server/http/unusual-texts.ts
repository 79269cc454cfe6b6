/** Texts with characters that the shop refuses in every input. */
export const forbidden: Record<string, string> = {
  'U+0000': 'a\0b',
  'U+0000 alone': '\0',
  'an escape sequence': 'a\u001b[31mb',
  'a backspace': 'a\bb',
  DEL: 'a\u007fb',
  'a C1 control': 'a\u0085b',
  'a high surrogate alone': 'a\ud800b',
  'a low surrogate alone': 'a\udc00b',
  'surrogates in the wrong order': 'a\udc00\ud800b',
  'a line separator': 'a\u2028b',
  'an override of the writing direction': 'a\u202eb',
};
/** Unusual texts that are valid. */
export const odd: Record<string, string> = {
  'an emoji of several code points': '👩‍👩‍👧',
  'a combining accent': 'Ame\u0301lie',
  'right-to-left text': 'عدي \u200f',
  'a byte order mark': '\ufeffAda',
  'a noncharacter': 'a\uffffb',
  'an escape as text': 'a\\u0000b',
  'SQL and a format': "'; drop table accounts; -- %s %00",
  'an object’s key': '__proto__',
  'a long text': 'x'.repeat(5000),
  nothing: '',
};
/** Parts of an address that do not decode to text. */
export const rawPaths = [
  '%00',
  'a%00b',
  '%1b',
  '%ED%A0%80',
  '%ff',
  '%c0%80',
  '%',
  '%zz',
  '%e2%80%a8',
  '..%2f',
  '%0d%0a',
];
