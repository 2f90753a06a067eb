/** A line to paste for somebody who has no token at hand yet. What fits a new token comes with it from the server. */

/** It holds no secret: twine asks for the password. */
export function twineCommand({ url }: { url: string }): string {
  return `twine upload --repository-url ${url} --username __token__ dist/*`;
}
