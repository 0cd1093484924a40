// Types of the plugin for Vite.

import type { Plugin } from 'vite';

/** The place of the widget's files. */
export interface KennisLemniscaatPluginOptions {
  /** The folder below the base of the application; `kennislemniscaat` by default. */
  folder?: string;
}

/**
 * Serves the files of the widget while Vite develops, copies them when it builds, and leads `kennislemniscaat/define`
 * to them.
 */
export default function kennislemniscaat(options?: KennisLemniscaatPluginOptions): Plugin;
