// The JSON of a project and of one of its releases, as PyPI offers it beside the simple pages, for tools that ask for
// nothing else. Answered by the same resolver, and remembered like pages.

import { Forbidden, NotFound } from '../domain/errors.ts';
import { mayRead } from '../domain/indexes/access.ts';
import type { OpenIndex } from '../domain/indexes/directory.ts';
import type { LayerPlan } from '../domain/indexes/layers.ts';
import { quote } from '../domain/names.ts';
import { isProjectName, normalizeProjectName } from '../domain/packages/filenames.ts';
import { readMetadata } from '../domain/packages/read-metadata.ts';
import { resolverOf } from '../domain/packages/repository.ts';
import { canonicalVersion, isVersion } from '../domain/packages/versions.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import type { PageMemory, PageText } from './page-memory.ts';
import { mainFile, releaseInFocus, renderLegacyJson } from './render-legacy-json.ts';
import { redirect } from './simple.ts';

export class LegacyJson {
  readonly #world: World;
  readonly #pages: PageMemory;
  readonly #originOf: (exchange: Exchange) => string;

  constructor(world: World, pages: PageMemory, originOf: (exchange: Exchange) => string) {
    this.#world = world;
    this.#pages = pages;
    this.#originOf = originOf;
  }

  /** `version`: null for the project with all its releases. @throws {NotFound} @throws {Forbidden} @throws {UpstreamUnavailable} */
  answer(
    exchange: Exchange,
    index: OpenIndex,
    project: string,
    version: string | null,
  ): void | Promise<void> {
    const name = normalizeProjectName(project);
    if (!isProjectName(project)) throw new NotFound(`There is no project ${quote(project)} in this index.`);
    if (!mayRead(exchange.actor, index, name)) {
      throw new Forbidden(`This token is not for the project ${quote(name)}.`);
    }
    if (version !== null && !isVersion(version)) throw new NotFound(`${quote(version)} is no version.`);
    if (project !== name) {
      const rest = version === null ? 'json' : `${encodeURIComponent(version)}/json`;
      return redirect(exchange, `${version === null ? '..' : '../..'}/${name}/${rest}`);
    }
    const plan = this.#world.layers.planOf(index.id);
    // It is remembered by then, and nothing that is newer comes in between.
    if (plan instanceof Promise) return plan.then(() => this.answer(exchange, index, project, version));
    const indexUrl = `${this.#originOf(exchange)}/${index.path}`;
    return this.#pages.answer(exchange, {
      plan,
      project: name,
      form: `json ${version === null ? '' : canonicalVersion(version)} ${indexUrl}`,
      contentType: 'application/json',
      vary: 'Accept-Encoding',
      render: () => this.#render(exchange, plan, name, version, indexUrl),
    });
  }

  async #render(
    { actor }: Exchange,
    plan: LayerPlan,
    name: string,
    version: string | null,
    indexUrl: string,
  ): Promise<PageText | null> {
    const lastSerial = this.#world.commits.lastSerial;
    const page = await resolverOf(this.#world, plan, actor).projectPage(name);
    const release = page === null ? null : releaseInFocus(page, version);
    if (page === null || release === null) return null;
    const file = mainFile(release);
    const metadata = file === null ? null : await readMetadata(this.#world, plan, file);
    const { isStale, changesAt } = page;
    const place = { indexUrl, lastSerial };
    const text = await renderLegacyJson(page, release, metadata, version === null, place);
    return { text, isStale, changesAt };
  }
}
