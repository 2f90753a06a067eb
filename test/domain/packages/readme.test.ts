// Long descriptions are written by strangers: what is shown of them runs nothing, loads nothing and leads only outside.

import { describe, expect, it } from 'vitest';

import { MOST_CHARACTERS, renderReadme } from '../../../server/domain/packages/readme.ts';

const markdown = (text: string) => renderReadme(text, 'text/markdown; charset=UTF-8; variant=GFM');

describe('a long description in Markdown', () => {
  it('has headings, tables, lists, struck text, code and addresses', () => {
    expect(
      markdown('# Hi\n\n| a |\n|:-:|\n| ~~b~~ |\n\n- one\n\n```py\nx < 1\n```\n\nhttps://people.example'),
    ).toBe(
      '<h1>Hi</h1>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><s>b</s></td>\n</tr>\n</tbody>\n</table>\n' +
        '<ul>\n<li>one</li>\n</ul>\n<pre><code>x &lt; 1\n</code></pre>\n' +
        '<p><a href="https://people.example" rel="nofollow noopener noreferrer">https://people.example</a></p>\n',
    );
  });

  it('shows an image as a link to it, and a badge as the link around it', () => {
    expect(
      markdown('![logo](https://a.example/l.png) [![build](https://b.example/b.svg)](https://ci.example)'),
    ).toBe(
      '<p><a href="https://a.example/l.png" rel="nofollow noopener noreferrer">logo</a> ' +
        '<a href="https://ci.example" rel="nofollow noopener noreferrer"><em>build</em></a></p>\n',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](vbscript:x)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](javascript:alert(1))',
    '[x](//elsewhere.example)',
    '[x](/graphql)',
    '[x](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '```"><script>alert(1)</script>\n```',
    '[x](https://a.example "\\" onmouseover=alert(1) \\"")',
    '<style>*{}</style><iframe src="https://a.example"></iframe><form action="/graphql">',
  ])('is harmless: %s', (text) => {
    for (const html of [markdown(text), renderReadme(text, null)]) expect(dangersIn(html)).toEqual([]);
  });

  it('is harmless however deep it is nested', () => {
    const deep = [
      '>'.repeat(20_000),
      Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
      '*_'.repeat(20_000),
      '['.repeat(50_000),
    ];
    for (const text of deep) expect(dangersIn(markdown(text))).toEqual([]);
  });

  it('takes bounded time for what is made to take long', () => {
    const hostile = ['![', '[a](', '*a ', 'a**b', '<!--', '<a ', '`a``', '~', '&', 'http://', '|a'];
    for (const piece of hostile) {
      const startedAt = performance.now();
      markdown(piece.repeat(MOST_CHARACTERS / piece.length));
      markdown(piece.repeat(100_000 / piece.length));
      expect([piece, performance.now() - startedAt < 10_000]).toEqual([piece, true]);
    }
  });

  it('is cut at one mebibyte, and not larger than some times that', () => {
    const html = markdown('<'.repeat(3 * MOST_CHARACTERS));
    expect(html.length).toBeLessThan(6 * MOST_CHARACTERS);
  });
});

describe('a long description in anything else', () => {
  it('is shown as it was written, and its addresses lead there', () => {
    expect(renderReadme('Title\n=====\n\nSee `here <https://a.example/x>`_. <b>', 'text/x-rst')).toBe(
      '<pre>Title\n=====\n\nSee `here &#60;<a href="https://a.example/x" rel="nofollow noopener noreferrer">https://a.example/x</a>&#62;`_. &#60;b&#62;</pre>',
    );
  });
});

/** Whatever is no tag and no attribute of the closed list, or leads anywhere but to http, https and mail. */
function dangersIn(html: string): string[] {
  const tags = html.match(/<[^>]*>/g) ?? [];
  return tags.filter(
    (tag) =>
      !/^<\/?(h[1-6]|p|br|hr|blockquote|pre|code|ul|ol|li|em|strong|s|table|thead|tbody|tr|th|td)( (start|align)="[a-z0-9]+")?( \/)?>$/.test(
        tag,
      ) &&
      !/^<a href="(https?:\/\/|mailto:)[^"<>]*" rel="nofollow noopener noreferrer"( title="[^"<>]*")?>$/.test(
        tag,
      ) &&
      tag !== '</a>',
  );
}
